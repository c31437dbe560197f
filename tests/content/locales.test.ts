import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MDX_PROBLEM_CODES } from '~/domain/content/vetting/problem'
import { PROBLEM_CODES } from '~/domain/demo/format/problem'
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

/** The plural forms of each counted text, by its dotted key. */
const formsOf = async (locale: Locale, file: string): Promise<Map<string, string[]>> => {
  const forms = new Map<string, string[]>()
  const visit = (words: Words, prefix: string): void => {
    for (const [key, value] of Object.entries(words)) {
      if (typeof value !== 'string') visit(value, `${prefix}${key}.`)
      const [, name, form] = /^(.+)_(zero|one|two|few|many|other)$/.exec(key) ?? []
      if (name && form) forms.set(prefix + name, [...(forms.get(prefix + name) ?? []), form])
    }
  }
  visit(JSON.parse(await readFile(join(ROOT, locale, file), 'utf8')) as Words, '')
  return forms
}

test.each(files)(
  '%s has every plural form that a language has, millions included, and no other',
  async (file) => {
    const counted = [...(await formsOf('en', file)).keys()].sort()
    for (const locale of LOCALES) {
      const forms = await formsOf(locale, file)
      const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
      expect([...forms.keys()].sort()).toEqual(counted)
      // i18next allows a form for zero in every language.
      for (const key of counted)
        expect([
          key,
          forms
            .get(key)
            ?.filter((form) => form !== 'zero')
            .sort(),
        ]).toEqual([key, [...categories].sort()])
    }
  },
)

test.each(files)('%s gives plural forms to what is counted with a noun', async (file) => {
  const texts = await readFile(join(ROOT, 'en', file), 'utf8')
  const uncounted = [...texts.matchAll(/"(\w+)": "([^"]*\{\{count(?:, number)?\}\} [a-z]+s\b[^"]*)"/g)]
  expect(uncounted.map(([, key = '']) => key).filter((key) => !/_(zero|one|other)$/.test(key))).toEqual([])
})

test('every problem that an author can be shown has a title', async () => {
  const titles = new Set(keysOf(await read('en', 'studio.json')))
  const untitled = [...PROBLEM_CODES, ...MDX_PROBLEM_CODES].filter(
    (code) => !titles.has(`problems.code.${code}`),
  )
  expect(untitled).toEqual([])
})
