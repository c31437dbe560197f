import { Writable } from 'node:stream'
import { DrizzleQueryError } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { createLog } from './log'

const capture = () => {
  let text = ''
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      text += chunk.toString()
      done()
    },
  })
  return { log: createLog({ logLevel: 'info' }, { terminal: false, stream }), text: () => text }
}

test('secrets are hidden wherever they stand', () => {
  const { log, text } = capture()
  log.info({ password: 'hunter2', headers: { cookie: 'hunter2' }, a: { b: { token: 'hunter2' } } }, 'x')
  expect(text()).toContain('[hidden]')
  expect(text()).not.toContain('hunter2')
})

test('a failed query is logged without its values, also when it is the cause of another error', () => {
  const { log, text } = capture()
  const failed = new DrizzleQueryError(
    'insert into conversion values ($1)',
    ['lin@example.com\nsecond line'],
    new Error('duplicate'),
  )
  log.error({ err: failed }, 'x')
  log.error({ err: new Error('outer', { cause: failed }) }, 'x')
  expect(text()).toContain('insert into conversion')
  expect(text()).not.toContain('lin@example.com')
  expect(text()).not.toContain('second line')
})
