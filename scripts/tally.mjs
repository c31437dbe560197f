// Counts the results in the runners' JSON reports.

/** @typedef {{ passed: number, failed: number }} Tally */
/** @typedef {Tally & { name: string, seconds: number }} Part */

/**
 * A Vitest JSON report. A file that could not be loaded has no tests of its own: it counts as one failed.
 * @returns {Tally}
 */
export function tallyVitest(report) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}

/**
 * A Playwright JSON report. A test that passed at a second try passed; an error outside of any test is one failed.
 * @returns {Tally}
 */
export function tallyPlaywright({ stats, errors }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length }
}

/**
 * The tally of a stage: a missing report, no tests, or a failing exit code without a failed test counts as one failed.
 * @param {Tally | null} tally
 * @param {number | string} exitCode
 * @returns {Tally}
 */
export function judgeStage(tally, exitCode) {
  if (tally === null) return { passed: 0, failed: 1 }
  const silent = tally.failed === 0 && (exitCode !== 0 || tally.passed === 0)
  return silent ? { ...tally, failed: 1 } : tally
}

/** @param {Tally[]} tallies */
export function sum(tallies) {
  return tallies.reduce(
    (total, each) => ({ passed: total.passed + each.passed, failed: total.failed + each.failed }),
    { passed: 0, failed: 0 },
  )
}

/**
 * One line for each part: its name, its time, and its counts.
 * @param {Part[]} parts
 */
export function partLines(parts) {
  const width = Math.max(...parts.map(({ name }) => name.length)) + 2
  return parts.map(({ name, seconds, passed, failed }) => {
    const time = `${seconds.toFixed(0).padStart(4)} s`
    const counted = passed + failed > 0 ? `   ${passed} passed, ${failed} failed` : ''
    return name.padEnd(width) + time + counted
  })
}
