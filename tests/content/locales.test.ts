import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LOCALES } from '~/domain/text'
import type { Locale } from '~/domain/text'

const ROOT = 'content/locales'

type Words = { [key: string]: string | Words }

/** Every text by its dotted key. Plural forms count as one key: languages have different numbers of them. */
const flatten = (words: Words, prefix = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key.replace(/_(zero|one|two|few|many|other)$/, ''), value] as [string, string]]
      : flatten(value, `${prefix}${key}.`),
  )

const read = async (locale: Locale, file: string): Promise<[string, string][]> =>
  flatten(JSON.parse(await readFile(join(ROOT, locale, file), 'utf8')) as Words)

const keysOf = (texts: [string, string][]): string[] => [...new Set(texts.map(([key]) => key))].sort()

const slotsOf = (texts: [string, string][]): Record<string, string> => {
  const slots: Record<string, Set<string>> = {}
  for (const [key, text] of texts) {
    const names = text.match(/\{\{\s*[\w.]+|<\/?\w+>/g) ?? []
    slots[key] = new Set([...(slots[key] ?? []), ...names.map((name) => name.replace(/[{\s]/g, ''))])
  }
  return Object.fromEntries(Object.entries(slots).map(([key, names]) => [key, [...names].sort().join(' ')]))
}

const files = await readdir(join(ROOT, 'en'))

test('the three languages have the same files', async () => {
  for (const locale of LOCALES) expect((await readdir(join(ROOT, locale))).sort()).toEqual([...files].sort())
})

test.each(files)('%s has the same keys in every language, and none is empty', async (file) => {
  const english = await read('en', file)
  for (const locale of LOCALES) {
    const texts = await read(locale, file)
    expect(keysOf(texts)).toEqual(keysOf(english))
    expect(texts.filter(([, text]) => text.trim() === '')).toEqual([])
  }
})

test.each(files)('%s fills in the same values in every language', async (file) => {
  const english = slotsOf(await read('en', file))
  for (const locale of LOCALES) expect(slotsOf(await read(locale, file))).toEqual(english)
})
