import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Sources under `app/` that use locale texts, without tests. */
const sources = async (): Promise<string[]> => {
  const all = await readdir('app', { recursive: true })
  return all.filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file)).map((file) => join('app', file))
}

type Words = { [key: string]: string | Words }

const readWords = async (namespace: string): Promise<Words> =>
  JSON.parse(await readFile(`content/locales/en/${namespace}.json`, 'utf8')) as Words

/** True when the key is a text or has plural forms. */
const has = (words: Words, key: string): boolean => {
  const path = key.split('.')
  const last = path.pop() ?? ''
  const parent = path.reduce<Words | string | undefined>(
    (at, part) => (typeof at === 'object' ? at[part] : undefined),
    words,
  )
  if (typeof parent !== 'object') return false
  return Object.keys(parent).some((name) => name === last || name.startsWith(`${last}_`))
}

test('every text that a component asks for by name exists', async () => {
  const missing: string[] = []
  let asked = 0
  for (const file of await sources()) {
    const source = await readFile(file, 'utf8')
    const namespaces = new Set(
      [...source.matchAll(/useTranslation\('(\w+)'\)/g)].map(([, name = '']) => name),
    )
    const [namespace] = namespaces
    // A file that uses two namespaces has two names for `t`, which this check cannot tell apart.
    if (namespace === undefined || namespaces.size > 1) continue
    const words = await readWords(namespace)
    for (const [, key = ''] of source.matchAll(/\bt\(\s*'([\w.-]+)'/g)) {
      asked += 1
      if (!has(words, key)) missing.push(`${file}: ${namespace} ${key}`)
    }
  }
  expect(missing).toEqual([])
  expect(asked).toBeGreaterThan(100)
})

test('pages are titled with the name in the settings', async () => {
  const named: string[] = []
  for (const file of await sources()) {
    const source = await readFile(file, 'utf8')
    if (/title: .*Foyer|· Foyer/.test(source)) named.push(file)
  }
  expect(named).toEqual(['app/host/api/openapi/document.ts'])
})
