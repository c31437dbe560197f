import { expect, test } from 'vitest'
import { judgeStage, partLines, sum, tallyPlaywright, tallyVitest } from './tally.mjs'

test('a test file that cannot be loaded counts as one failed', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
  ]
  expect(tallyVitest({ numPassedTests: 1, numFailedTests: 1, testResults })).toEqual({ passed: 1, failed: 2 })
})

test('an error outside of any browser test counts as one failed', () => {
  const stats = { expected: 3, flaky: 1, unexpected: 1, skipped: 2 }
  expect(tallyPlaywright({ stats, errors: [{}] })).toEqual({ passed: 4, failed: 2 })
})

test.each([
  [null, 0, { passed: 0, failed: 1 }],
  [{ passed: 0, failed: 0 }, 0, { passed: 0, failed: 1 }],
  [{ passed: 5, failed: 0 }, 1, { passed: 5, failed: 1 }],
  [{ passed: 5, failed: 2 }, 1, { passed: 5, failed: 2 }],
  [{ passed: 5, failed: 0 }, 0, { passed: 5, failed: 0 }],
])('a stage with %j that ended with %j counts %j', (tally, exitCode, judged) => {
  expect(judgeStage(tally, exitCode)).toEqual(judged)
})

test('stages add up', () => {
  expect(
    sum([
      { passed: 1, failed: 0 },
      { passed: 2, failed: 3 },
    ]),
  ).toEqual({ passed: 3, failed: 3 })
})

test('each part is told with its time, and with what it counted if it counts', () => {
  const parts = [
    { name: 'install', seconds: 24.6, passed: 0, failed: 0 },
    { name: 'vitest', seconds: 130, passed: 3_000, failed: 1 },
  ]
  expect(partLines(parts)).toEqual(['install    25 s', 'vitest    130 s   3000 passed, 1 failed'])
})
