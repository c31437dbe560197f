import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { evaluate, makeEnvironment, parseExpression } from './expression'
import { DIVISOR, FUNCTION_NAMES } from './expression-functions'

const reference = readFileSync(new URL('../../../../docs/expressions.md', import.meta.url), 'utf8')

/** The rows of the table under a heading, as texts of cells. */
function rows(heading: string): string[][] {
  const section = reference.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  const lines = section.split('\n').filter((line) => line.startsWith('|'))
  return lines.slice(2).map((line) => line.replaceAll('\\|', '\u0001').split('|').slice(1, -1).map(cell))
}

function cell(text: string): string {
  return text.replaceAll('\u0001', '|').trim()
}

const codes = (text: string) => [...text.matchAll(/`([^`]+)`/g)].flatMap(([, code]) => code ?? [])

/** CEL functions for values that no demo can have. */
const BEYOND_JSON = ['bytes', 'uint', 'type', 'matches', 'json', 'hex', 'base64', 'at', 'getMilliseconds']

test('the page names every function', () => {
  const named = rows('Functions').flatMap(([names = '']) =>
    codes(names).map((code) => /(\w+)\(/.exec(code)?.[1] ?? code),
  )
  const there = makeEnvironment()
    .getDefinitions()
    .functions.map(({ name }) => name)
    .filter((name) => !BEYOND_JSON.includes(name) && name !== DIVISOR)
  expect([...new Set(named)].sort()).toEqual([...new Set(there)].sort())
  expect(FUNCTION_NAMES.filter((name) => !there.includes(name))).toEqual(['optional'])
})

const examples = [...rows('Operators'), ...rows('Functions')].map((row) => codes(row.at(-1) ?? '')[0] ?? '')

test.each(examples)('the example %s is correct', (source) => {
  const ambient = { now: Date.UTC(2026, 0, 31), newId: () => 'new' }
  expect(
    evaluate(parseExpression(source), { world: {}, plan: 'free', can: {}, role: 'sales' }, ambient),
  ).toBe(true)
})
