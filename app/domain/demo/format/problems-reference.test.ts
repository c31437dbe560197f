import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

import { FINDINGS_EN } from '../proof/report/finding-words-en'
import { FINDINGS_ES } from '../proof/report/finding-words-es'
import { FINDINGS_ZH } from '../proof/report/finding-words-zh'
import { PROBLEM_CODES, PROOF_CODES } from './problem'

const reference = readFileSync(new URL('../../../../docs/problems.md', import.meta.url), 'utf8')
const headings = [...reference.matchAll(/^### (.*)$/gm)].flatMap(([, heading]) => heading ?? [])
const SEVERITY = /^`([a-z-]+)` · (error|warning|error or warning)$/

test('the reference explains exactly the codes in use, each once, with its severity', () => {
  const codes = headings.map((heading) => SEVERITY.exec(heading)?.[1] ?? heading)
  expect(codes.sort()).toEqual([...PROBLEM_CODES].sort())
})

test('the reference has an example of the solution for every code', () => {
  const sections = reference.split(/^### .*$/m).slice(1)
  const examples = sections.map((section) => /```yaml\n([\s\S]*?)```/.exec(section)?.[1] ?? '')
  expect(headings.filter((_, index) => !examples[index]?.includes('# right'))).toEqual([])
})

test('every finding of a proof has words in every locale', () => {
  for (const words of [FINDINGS_EN, FINDINGS_ZH, FINDINGS_ES])
    expect(Object.keys(words).sort()).toEqual([...PROOF_CODES].sort())
})
