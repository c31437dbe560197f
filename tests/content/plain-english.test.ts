import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Words for which the glossary has a term, or that only readers of old books know. */
const BANNED =
  /(?<![\w-])(noughts?|deeds?|by lot|anew|daily care|mend(?:s|ed|ing)?(?!-)|(?:is|are|was|were|be|been) let go)(?![\w-])/gi

const FOLDERS = ['app', 'db', 'scripts', 'lint', 'tests', 'content/locales/en']
const IS_TEXT = /\.(tsx?|js|mjs|json)$/

/** This file names the words, the patch of a package has its own, and the corpus is data. */
const EXCEPT = /plain-english\.test|mend-postgres|corpus|conformance/

async function textFiles(): Promise<string[]> {
  const lists = FOLDERS.map(async (folder) =>
    (await readdir(folder, { recursive: true })).map((file) => join(folder, file)),
  )
  return (await Promise.all(lists)).flat().filter((file) => IS_TEXT.test(file) && !EXCEPT.test(file))
}

test('code and interface use the words of the glossary', async () => {
  const files = await textFiles()
  expect(files.length).toBeGreaterThan(1000)
  const found = files.map(async (file) => {
    const text = await readFile(file, 'utf8')
    return [...text.matchAll(BANNED)].map(([word]) => `${file}: ${word}`)
  })
  expect((await Promise.all(found)).flat()).toEqual([])
})
