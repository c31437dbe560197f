import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const OUR_PATH = /^(app|db|content|docs|scripts|tests)\/[\w./{},-]+$/

/** The files that the examples create. */
const MADE = ['app/features/keys/rename-key.server.ts', 'app/features/player/gallery/samples/progress.yaml']

/** `content/locales/{en,es}/a.json` is two paths. */
function spread(path: string): string[] {
  const [, head, choices, tail] = /^(.*)\{([^{}]+)\}(.*)$/.exec(path) ?? []
  return choices === undefined ? [path] : choices.split(',').flatMap((one) => spread(`${head}${one}${tail}`))
}

const pathsIn = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/`([^`\n]+)`/g)]
    .map((match) => match[1]!)
    .filter((text) => OUR_PATH.test(text) && !/[A-Z]{4}/.test(text))
    .flatMap(spread)

test.each(['CONTRIBUTING.md', 'SECURITY.md', 'README.md'])('every path that %s names is there', (file) => {
  const missing = pathsIn(file).filter((path) => !existsSync(path) && !MADE.includes(path))
  expect(missing).toEqual([])
})
