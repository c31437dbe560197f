import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { projectPath } from '#db/project-path'
import { firstExcess, MOST_FILE_KEYS, MOST_FILE_LINES } from './document-limits'

const lines = (count: number) => Array.from({ length: count }, (_, index) => `k${index}: 1`)

test('accepts as many lines as the limit, and names the first one beyond it', () => {
  expect(firstExcess({ a: lines(MOST_FILE_LINES).join('\n') })).toBeNull()
  expect(firstExcess({ a: 'x', b: lines(90_000).join('\n') })).toEqual({
    file: 'b',
    what: 'lines',
    most: MOST_FILE_LINES,
    line: MOST_FILE_LINES + 1,
  })
})

test.each([
  ['of a map in braces', `\n{${lines(MOST_FILE_KEYS + 1).join(',')}}`],
  [
    'in quotes',
    `\n{${lines(MOST_FILE_KEYS + 1)
      .map((line) => line.replace(/(\w+): /, '"$1":'))
      .join(',')}}`,
  ],
  ['that hold maps', `\n${'{a:'.repeat(MOST_FILE_KEYS + 1)}`],
])('counts keys %s', (_what, text) => {
  expect(firstExcess({ a: text })).toMatchObject({ what: 'keys', most: MOST_FILE_KEYS, line: 2 })
})

test('the content that ships is far within the limits', () => {
  const folder = projectPath('content/demos')
  for (const slug of readdirSync(folder)) {
    const text = readFileSync(`${folder}/${slug}/demo.yaml`, 'utf8')
    expect(firstExcess({ a: text.repeat(3) })).toBeNull()
  }
})
