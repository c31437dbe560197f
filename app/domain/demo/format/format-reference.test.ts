import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { FUNCTION_NAMES } from '../expression/expression-functions'
import { parseExpression } from '../expression/expression'
import { expressionsInBlock } from './expressions-in-blocks'
import { expressionsInState } from './expressions-in-machine'
import { demoSchema } from './schema'
import { blockSchema } from './schema-blocks'
import { machineSchema, operationSchema } from './schema-machine'
import { parseDemoSource } from '../checks/demo-source'

const reference = readFileSync(new URL('../../../../docs/demo-format.md', import.meta.url), 'utf8')

/** The snippets of the reference that are marked with this word. */
function snippets(kind: string): string[] {
  return [...reference.matchAll(/```yaml (\w+)\n([\s\S]*?)```/g)].flatMap(([, word, text]) =>
    word === kind && text ? [text] : [],
  )
}

test('the demo of the reference has nothing wrong', () => {
  expect(snippets('demo').map((source) => parseDemoSource(source).problems)).toEqual([[]])
})

test('the blocks of the reference are blocks, one of each kind', () => {
  const blocks = snippets('blocks').flatMap((source) => z.array(blockSchema).parse(parse(source)))
  expect(blocks.flatMap((block) => Object.keys(block)).sort()).toEqual(Object.keys(blockSchema.shape).sort())
  for (const { source } of blocks.flatMap((block) => expressionsInBlock(block, '')))
    expect(parseExpression(source)).toBeDefined()
})

test('the entitlements of the reference are entitlements', () => {
  const { entitlements } = demoSchema.shape
  expect(snippets('entitlements').map((source) => entitlements.parse(parse(source)))).toHaveLength(1)
})

test('the machine of the reference is a machine', () => {
  const [machine] = snippets('machine').map((source) => machineSchema.parse(parse(source)))
  for (const state of Object.values(machine?.states ?? {}))
    for (const { source } of expressionsInState(state, '')) expect(parseExpression(source)).toBeDefined()
})

test('the operations of the reference are operations', () => {
  expect(
    snippets('operations').flatMap((source) => z.array(operationSchema).parse(parse(source))),
  ).toHaveLength(4)
})

test('the reference names every function', () => {
  for (const name of FUNCTION_NAMES) expect(reference, name).toMatch(new RegExp(`\\b${name}\\b`))
})
