import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { compileDemo } from '~/domain/demo/engine/compile'
import { parseDemoSource } from '~/domain/demo/checks/demo-source'
import { prove } from '~/domain/demo/proof/prove'
import { checkDocument } from '../checks/check-document'
import type { DocumentFiles } from '../kinds'
import { demoOfSteps } from './demo-of-steps'
import { parseSteps } from './parse-steps'
import { TEMPLATES } from './templates'

const PLANS = ['free', 'premium']
const LIST = `Sales: Save the order -> The order is saved
Warehouse: Count the stock by hand -> The stock is counted [free]

Warehouse: Pack the cases -> The cases are packed
Finance: Send the invoice`

function expectSound(slug: string, files: DocumentFiles) {
  const { problems } = checkDocument('demo', slug, files)
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  const { demo } = parseDemoSource(files['demo.yaml'] ?? '')
  if (!demo) throw new Error('The demo cannot be read')
  const proof = prove(compileDemo(demo))
  expect(proof.runs.flatMap((run) => run.problems)).toEqual([])
  expect(proof.status).toBe('proven')
  return problems
}

const about = { slug: 'made', title: { en: 'Made' }, scenario: 'wholesale', plans: PLANS, product: 'Acme' }

test('a list gives a step a line, with its plans', () => {
  expect(parseSteps(LIST, PLANS)).toEqual({
    steps: [
      { role: 'Sales', action: 'Save the order', result: 'The order is saved', plans: null },
      {
        role: 'Warehouse',
        action: 'Count the stock by hand',
        result: 'The stock is counted',
        plans: ['free'],
      },
      { role: 'Warehouse', action: 'Pack the cases', result: 'The cases are packed', plans: null },
      { role: 'Finance', action: 'Send the invoice', result: 'Send the invoice', plans: null },
    ],
    problems: [],
  })
  expect(parseSteps('销售：保存订单→订单已保存', PLANS).steps).toEqual([
    { role: '销售', action: '保存订单', result: '订单已保存', plans: null },
  ])
  expect(parseSteps('Sales\tSave\tSaved', PLANS).steps).toEqual([
    { role: 'Sales', action: 'Save', result: 'Saved', plans: null },
  ])
})

test('a line that is no step is told by its number', () => {
  const problems = (text: string) => parseSteps(text, PLANS).problems
  expect(problems('')).toEqual([{ line: 1, code: 'none' }])
  expect(problems('A: b\n\nSave the order')).toEqual([{ line: 3, code: 'no-action' }])
  expect(problems(': Save')).toEqual([{ line: 1, code: 'no-role' }])
  expect(problems('A: b\nA: c [gold]')).toEqual([{ line: 2, code: 'unknown-plan' }])
  expect(problems('A: b [free]')).toEqual([{ line: 1, code: 'first-for-all' }])
  expect(problems(`A: ${'b'.repeat(61)}`)).toEqual([{ line: 1, code: 'too-long' }])
  expect(problems('A: b\n'.repeat(21))).toEqual([{ line: 21, code: 'too-many' }])
})

test('a list in one language gives a proven demo that can be published in it; other languages are told as missing', () => {
  const files = demoOfSteps({ ...about, steps: { en: parseSteps(LIST, PLANS).steps } })
  const problems = expectSound('made', files)
  expect(problems.some(({ code }) => code === 'missing-locale')).toBe(true)
  expect(files['guides/step-3.en.mdx']).toBe('The stock is counted.\n\n1. Press **Pack the cases**.\n')
  expect(Object.keys(files).filter((file) => file.endsWith('.es.mdx'))).toEqual([])
})

test('a step of one plan is passed over on the others', () => {
  const files = demoOfSteps({ ...about, steps: { en: parseSteps(LIST, PLANS).steps } })
  const { demo } = parseDemoSource(files['demo.yaml'] ?? '')
  if (!demo) throw new Error('The demo cannot be read')
  const ways = prove(compileDemo(demo)).runs.map(({ plan, ideal }) => [plan, ideal?.events.length])
  expect(ways).toEqual([
    ['free', 4],
    ['premium', 3],
  ])
})

test('any list of any words gives a proven demo', () => {
  const word = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .filter((text) => !/[\n\r:：|｜\t[\]［］]|->|→|=>/u.test(text) && text.trim() !== '')
  const step = fc.tuple(word, word, word, fc.constantFrom('', ' [free]', ' [premium]', ' [free, premium]'))
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (list) => {
      const text = list
        .map(
          ([role, action, result, plans], index) =>
            `${role}: ${action} -> ${result}${index === 0 ? '' : plans}`,
        )
        .join('\n')
      const { steps, problems } = parseSteps(text, PLANS)
      if (problems.length === 0) expectSound('made', demoOfSteps({ ...about, steps: { en: steps } }))
    }),
    { numRuns: tries(25) },
  )
})

test.each(TEMPLATES.map((template) => [template.id, template] as const))(
  'the template %s is proven, in three languages, without a warning',
  (_, template) => {
    const files = demoOfSteps({ ...about, ...template.about, steps: template.steps(PLANS) })
    expect(expectSound('made', files)).toEqual([])
  },
)
