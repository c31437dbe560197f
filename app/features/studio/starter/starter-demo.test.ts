import { expect, test } from 'vitest'
import { checkDocument } from '~/domain/content/checks/check-document'
import { compileDemo } from '~/domain/demo/engine/compile'
import { prove } from '~/domain/demo/proof/prove'
import { parseDemoSource } from '~/domain/demo/checks/demo-source'
import { starterFiles } from './starter-files'

const files = starterFiles('demo', { slug: 'my-demo', title: 'Ask: "now" & {here}', locale: 'en' })

test('a new demo has no problems, whatever it is called', () => {
  const { problems, body } = checkDocument('demo', 'my-demo', files)
  expect(problems.filter((problem) => problem.severity === 'error')).toEqual([])
  expect(body).toMatchObject({ demo: { slug: 'my-demo', title: { en: 'Ask: "now" & {here}' } } })
})

test('a new demo passes its proof', () => {
  const { demo } = parseDemoSource(files['demo.yaml'] ?? '')
  if (!demo) throw new Error('the starter does not parse')
  const proof = prove(compileDemo(demo))
  expect(proof.runs.flatMap((run) => run.problems)).toEqual([])
  expect(proof.status).toBe('proven')
})

test.each(['help', 'page', 'message'] as const)('a new %s has no problems', (kind) => {
  const begun = starterFiles(kind, { slug: 'refunds', title: 'Refunds: how', locale: 'es' })
  const { problems } = checkDocument(kind, 'refunds', begun)
  expect(problems.filter((problem) => problem.severity === 'error')).toEqual([])
})
