import { Linter } from 'eslint'
import { expect, test } from 'vitest'
import { noBareVerb } from './no-bare-verb.js'

const linter = new Linter({ configType: 'flat' })
const config: Linter.Config[] = [
  {
    plugins: { foyer: { rules: { 'no-bare-verb': noBareVerb } } },
    rules: { 'foyer/no-bare-verb': 'error' },
  } as Linter.Config,
]

const problems = (code: string) => linter.verify(code, config).map(({ messageId }) => messageId)

test.each([
  'export async function readThing({ ctx, input }) { return ctx.db.find(input) }',
  'export function listThings({ ctx }) { return ctx.db.list() }',
  'export const listThings = async ({ ctx: asked }) => asked.db.list()',
])('refuses %s', (code) => {
  expect(problems(code)).toEqual(['bare'])
})

test.each([
  "export const listThings = verb({ permission: 'anyone' }, async ({ ctx }) => ctx.db.list())",
  'export async function lockThing(tx, id) { return tx.lock(id) }',
  'export function visitorOf({ visitor }) { return visitor }',
  'export function reportThings(tx, { ctx, things }) { return [tx, ctx, things] }',
  'function readThing({ ctx }) { return ctx }',
])('leaves %s', (code) => {
  expect(problems(code)).toEqual([])
})
