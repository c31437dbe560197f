import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Names that the framework expects from a route. */
const ROUTE_NAMES = [
  'loader',
  'action',
  'clientLoader',
  'meta',
  'links',
  'handle',
  'headers',
  'shouldRevalidate',
  'ErrorBoundary',
]

/** Names that two files may declare, with the reason. */
const ALLOWED: Readonly<Record<string, string>> = {
  insertAuditEntry: 'the plain statement, and the one that takes only actions of the closed list',
}

const DECLARATION =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|function\*?|class|interface|type|enum) (\w+)/gm

async function sourceFiles(): Promise<string[]> {
  const lists = ['app', 'db'].map(async (folder) =>
    (await readdir(folder, { recursive: true })).map((file) => join(folder, file)),
  )
  const files = (await Promise.all(lists)).flat()
  return files.filter((file) => /\.tsx?$/.test(file) && !/\.(test|spec|testing|d)\.tsx?$/.test(file))
}

/** The files that export each name; overloads of one function count once. */
async function filesByName(): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for (const file of await sourceFiles()) {
    const names = [...readFileSync(file, 'utf8').matchAll(DECLARATION)].map(([, name]) => name ?? '')
    for (const name of new Set(names)) found.set(name, [...(found.get(name) ?? []), file])
  }
  return found
}

test('an exported name is declared in one file', async () => {
  const names = [...(await filesByName())]
  expect(names.length).toBeGreaterThan(1000)
  const shared = names.filter(([name, files]) => files.length > 1 && !ROUTE_NAMES.includes(name))
  expect(shared.filter(([name]) => !(name in ALLOWED))).toEqual([])
})
