import { test as base, expect } from '@playwright/test'
import type { BrowserContext } from '@playwright/test'

interface Options {
  /** Browser errors that this test expects, such as the 404 of a page that it requests on purpose. */
  expectedProblems: RegExp[]
}

interface Fixtures {
  /** Automatic: fails the test on */
  noProblems: void
}

/** Playwright's `test`, with a check of every page of the context. Import this one in every browser test. */
export const test = base.extend<Options & Fixtures>({
  expectedProblems: [[], { option: true }],
  noProblems: [
    async ({ context, expectedProblems }, use) => {
      const problems = await watch(context)
      await use()
      const unexpected = problems.filter(
        (problem) => !expectedProblems.some((pattern) => pattern.test(problem)),
      )
      expect(unexpected, 'console errors, page errors and policy violations').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** Cookies of an admin who is signed in: `test.use({ storageState: staffState() })`. */
export function staffState(): string {
  const file = process.env.FOYER_TEST_STAFF
  if (!file) throw new Error('The global set-up did not run.')
  return file
}

async function watch(context: BrowserContext): Promise<string[]> {
  const problems: string[] = []
  context.on('weberror', (webError) =>
    problems.push(`page error: ${webError.error().stack ?? webError.error().message}`),
  )
  context.on('console', (message) => {
    const where = message.location().url
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${where})`)
  })
  await context.exposeFunction('reportViolation', (text: string) => problems.push(`policy: ${text}`))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (window as unknown as { reportViolation: (text: string) => void }).reportViolation
      report(
        `${event.violatedDirective} refused ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`,
      )
    })
  })
  return problems
}
