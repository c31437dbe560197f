import { expect, test } from 'vitest'
import { isPrivatePath } from './private-pages'

test.each([
  ...['/studio', '/studio.data', '/studio/', '/studio/demo/a/history', '/studio/demo.data', '/Studio/audit'],
  ...[
    '/boards',
    '/boards/trials/x.data',
    '/account',
    '/account.data',
    '/sign-in',
    '/sign-out',
    '/me',
    '/me/data',
  ],
  ...[
    '/studio/conversions/export',
    '/studio/demo/a/preview',
    '/join/token',
    '/resume/token',
    '/boards/nowhere',
  ],
])('%s is not to be kept by anybody', (path) => {
  expect(isPrivatePath(path)).toBe(true)
})

test.each(['/', '/demos/studio', '/help', '/pricing', '/studios', '/assets/studio.js', '/members'])(
  '%s is for everybody',
  (path) => {
    expect(isPrivatePath(path)).toBe(false)
  },
)
