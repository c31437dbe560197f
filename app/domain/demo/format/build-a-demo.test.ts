import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { compileDemo } from '../engine/compile'
import { isJsonObject, type Json, type JsonObject } from '~/domain/json'
import { prove } from '../proof/prove'
import { parseDemoSource } from '../checks/demo-source'

const page = readFileSync(new URL('../../../../docs/build-a-demo.md', import.meta.url), 'utf8')

/** The snippets of the page: `step`, or `fault` with the code that it must give. */
const snippets = [...page.matchAll(/```yaml (step|fault) ?([\w-]*)\n([\s\S]*?)```/g)].map(
  ([, kind, code = '', text = '']) => ({ kind, code, part: parse(text) as JsonObject }),
)

/** The document with a step merged into it: maps are merged, everything else is replaced. */
function laidOver(document: JsonObject, part: JsonObject): JsonObject {
  const entries = Object.entries(part).map(([key, value]): [string, Json] => {
    const old = document[key]
    return [key, isJsonObject(old) && isJsonObject(value) ? laidOver(old, value) : value]
  })
  return { ...document, ...Object.fromEntries(entries) }
}

/** Each snippet with the whole demo at that point: a fault is merged into the steps before it and then dropped. */
const documents = snippets.reduce<{
  whole: JsonObject
  after: { kind?: string; code: string; source: string }[]
}>(
  ({ whole, after }, { kind, code, part }) => {
    const document = laidOver(whole, part)
    return {
      whole: kind === 'step' ? document : whole,
      after: [...after, { kind, code, source: stringify(document) }],
    }
  },
  { whole: {}, after: [] },
).after

const faults = (source: string) => {
  const { demo, problems } = parseDemoSource(source)
  const found = demo ? prove(compileDemo(demo)).runs.flatMap((run) => run.problems) : []
  return [...problems, ...found].map(({ code, severity }) => ({ code, severity }))
}

test('the page has its steps', () => {
  expect(documents.filter(({ kind }) => kind === 'step')).toHaveLength(6)
})

test.each(documents.filter(({ kind }) => kind === 'step'))(
  'each step is a demo that passes its proof',
  ({ source }) => {
    const { demo } = parseDemoSource(source)
    expect(faults(source)).toEqual([])
    expect(demo && prove(compileDemo(demo)).status).toBe('proven')
  },
)

test.each(documents.filter(({ kind }) => kind === 'fault'))(
  'the fault $code is found',
  ({ code, source }) => {
    expect(faults(source)).toContainEqual({ code, severity: 'error' })
  },
)
