import { expect, test } from 'vitest'
import { deadEndFiles } from '#tests/support/studio-demos'
import { compileDemo } from '~/domain/demo/engine/compile'
import { prove } from '~/domain/demo/proof/prove'
import { parseDemoSource } from '~/domain/demo/checks/demo-source'
import { proofProblems } from './proof-problems'

const source = deadEndFiles['demo.yaml'] ?? ''
const { demo } = parseDemoSource(source)

test.each([
  ['en', 'is a dead end', 'press “Give up”'],
  ['zh', '是死胡同', '点击“放弃”'],
  ['es', 'es un callejón sin salida', 'pulse «Dejarlo»'],
] as const)(
  'what a proof found is told in the language of the operator, once, with its line: %s',
  (locale, message, step) => {
    if (!demo) throw new Error('the demo cannot be read')
    const problems = proofProblems(prove(compileDemo(demo)), { source, demo, locale })
    const deadEnds = problems.filter((problem) => problem.code === 'dead-end')
    expect(deadEnds).toMatchObject([{ file: 'demo.yaml', lang: locale, at: 'machine.states.stuck' }])
    expect(source.split('\n')[(deadEnds[0]?.line ?? 0) - 1]).toContain('stuck:')
    expect(deadEnds[0]?.message).toContain(message)
    expect(deadEnds[0]?.steps?.at(-1)).toContain(step)
  },
)
