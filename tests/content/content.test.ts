import { expect, test } from 'vitest'
import { shippedDocuments } from '#tests/support/shipped-content'
import { checkDocument } from '~/domain/content/checks/check-document'
import { plansSchema } from '~/domain/content/plans'
import { readYaml } from '~/domain/content/read-yaml'
import { compileDemo, type CompiledDemo } from '~/domain/demo/engine/compile'
import { prove } from '~/domain/demo/proof/prove'
import { parseDemoSource } from '~/domain/demo/checks/demo-source'
import { LOCALES } from '~/domain/text'

const documents = shippedDocuments()
const demos = documents.filter((document) => document.kind === 'demo')

function compileShipped(source: string | undefined): CompiledDemo {
  const { demo, problems } = parseDemoSource(source ?? '')
  if (!demo) throw new Error(JSON.stringify(problems, null, 2))
  return compileDemo(demo)
}

function shippedPlans() {
  const source = documents.find((document) => document.kind === 'plans')?.files['plans.yaml'] ?? ''
  const read = readYaml(plansSchema, source)
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 2))
  return read.value
}

test('a demo, the plan table, the settings and help posts ship', () => {
  const kinds = new Set(documents.map((document) => document.kind))
  expect([...kinds].sort()).toEqual(expect.arrayContaining(['demo', 'help', 'plans', 'settings']))
})

test.each(documents)('$kind $slug is published without a single complaint', ({ kind, slug, files }) => {
  expect(checkDocument(kind, slug, files).problems).toEqual([])
})

test.each(documents.filter((document) => document.kind === 'help'))(
  'the help post $slug can be read in every language',
  ({ files }) => {
    expect(Object.keys(files).sort()).toEqual(LOCALES.map((locale) => `${locale}.mdx`).sort())
  },
)

test.each(demos)(
  '$slug is proven on every plan, in a space small enough to explore while an author types',
  ({ files }) => {
    const proof = prove(compileShipped(files['demo.yaml']), { maxMs: 60_000 })
    expect(proof.runs.flatMap((run) => run.problems)).toEqual([])
    expect(proof.status).toBe('proven')
    expect(Math.max(...proof.runs.map((run) => run.configurations))).toBeLessThan(3_000)
    const lengths = proof.runs.map((run) => run.ideal?.events.length)
    expect(new Set(lengths).size, 'each plan has another shortest way').toBe(lengths.length)
  },
  70_000,
)

test.each(demos)('every state of $slug in which one stands has a screen, a guide and a name', ({ files }) => {
  const { states, transitions } = compileShipped(files['demo.yaml'])
  const passedThrough = transitions.filter((one) => one.kind === 'always').map((one) => one.source)
  for (const state of states.values()) {
    expect(Object.keys(state.title).sort()).toEqual([...LOCALES].sort())
    if (state.children.length > 0) continue
    const seen = !passedThrough.includes(state.id)
    expect([state.id, state.screen !== null, state.guide !== null]).toEqual([state.id, seen, seen])
  }
})

test.each(demos)('the tasks of $slug that everybody is offered weigh 100 together', ({ files }) => {
  const { demo } = compileShipped(files['demo.yaml'])
  const always = Object.values(demo.tasks).filter((task) => task.offered === undefined)
  const weights = always.map((task) => task.weight)
  expect(weights.reduce((total, weight) => total + weight, 0)).toBe(100)
})

test.each(demos)('the plan table knows every plan and feature that $slug names', ({ files }) => {
  const plans = shippedPlans()
  const { demo } = compileShipped(files['demo.yaml'])
  const named = [...JSON.stringify(demo).matchAll(/"feature":"([^"]+)"/g)].map((match) => match[1])
  expect(plans.plans.map((plan) => plan.id)).toEqual(expect.arrayContaining(demo.plans))
  expect(plans.features.map((feature) => feature.id)).toEqual(expect.arrayContaining(named))
})
