import { expect, test } from 'vitest'
import { checkGuide } from './check-mdx'
import { countWords } from './word-count'

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ')

test('words are counted as readers of the locale do', () => {
  expect(countWords('Press **Save**, then wait.', 'en')).toBe(4)
  expect(countWords('核对数量后点击确认', 'zh')).toBeLessThan('核对数量后点击确认'.length)
  expect(countWords('', 'en')).toBe(0)
})

test('an opening of about twenty words and steps of about thirty pass', () => {
  expect(checkGuide('a.en.mdx', `${words(20)}\n\n1. ${words(30)}\n2. ${words(30)}\n`, 'en')).toEqual([])
})

test('a long opening and a long step get a warning at their lines, below front matter too', () => {
  const source = `---\ntitle: A\n---\n\n${words(40)}\n\n1. ${words(10)}\n2. ${words(50)}\n`
  expect(checkGuide('a.en.mdx', source, 'en')).toMatchObject([
    { code: 'too-many-words', severity: 'warning', line: 5, message: expect.stringContaining('40 words') },
    { code: 'too-many-words', severity: 'warning', line: 8, message: expect.stringContaining('50 words') },
  ])
})
