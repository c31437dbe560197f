import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ACCOUNTS, TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { sample } from '#tests/support/depth'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { insertSplitRow } from '#tests/support/insert-split'
import { headingOf, linksIn, rowsIn, type PageLink } from '#tests/support/page-links'
import { pagePaths } from '#tests/support/page-paths'
import { publishDemo } from '#tests/support/publish-demo'
import { asStaff } from '#tests/support/staff'
import { startSite } from '#tests/support/start-site'
import { createTestApp, type TestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { BREAKDOWN_MEASURES } from '~/domain/insight/breakdown/measures'
import type { MeasuredTrial } from '~/domain/insight/measured-trial'
import { saveQuery } from '~/features/boards/saved/save-query.server'

const SLUG = 'request-approval'
const EVER = 'range=all&flagged=in'
const FUNNEL = { step1: 'trial', step2: 'finish' }

/** What a page is asked for besides its address; a page that is not here is asked for everything there is. */
const QUERIES: Record<string, string[]> = {
  '/boards': [EVER, 'range=90d&unit=visitor'],
  '/boards/breakdown': BREAKDOWN_MEASURES.map((measure) => `${EVER}&by=plan&and=channel&measure=${measure}`),
  '/boards/channels': [`${EVER}&show=results&open=email`, `${EVER}&show=money`],
  '/boards/conversion': [EVER, `${EVER}&unit=visitor`, `${EVER}&unit=account&goal=purchase`],
  '/boards/demos/:slug/differences': [`${EVER}&by=plan`, `${EVER}&by=role`],
  '/boards/demos/:slug/paths': [EVER, `${EVER}&of=tasks`],
  '/boards/funnels': [`${EVER}&${new URLSearchParams(FUNNEL)}&group=plan`],
  '/boards/funnels/list': [`${EVER}&${new URLSearchParams(FUNNEL)}&list=reached&at=1`],
}

/** Pages of lists by what their heading counts, and how many of those a page shows. */
const LISTS = ['/boards/trials', '/boards/funnels/list']
const ON_A_PAGE = 50

/** Times are those of the clock, which the pages in their own process read. */
function untilNow(row: MeasuredTrial): MeasuredTrial {
  const later = (at: Date) => new Date(at.getTime() + Date.now() - TEST_NOW.getTime())
  const goals = (all: MeasuredTrial['asks']) => all.map((one) => ({ ...one, at: later(one.at) }))
  return {
    ...{ ...row, demoSlug: SLUG, startedAt: later(row.startedAt), lastEventAt: later(row.lastEventAt) },
    ...{ conversions: goals(row.conversions), asks: goals(row.asks) },
  }
}

async function seed(app: TestApp): Promise<Record<string, string>> {
  await publishDemo(app.app.db, approvalSource)
  const rows = fc.sample(arbitraryTrials(40), { numRuns: 8, seed: 31 }).flat().map(untilNow)
  await insertMeasuredTrials(app.app.db, rows)
  const ctx = asStaff(app, 'growth')
  const rule = { match: 'all', rules: [{ fact: 'trials', atLeast: 1, like: {} }] }
  const segment = await saveQuery({ ctx, input: { kind: 'segment', name: 'Everybody', body: rule } })
  const funnel = await saveQuery({ ctx, input: { kind: 'funnel', name: 'Funnel', body: FUNNEL } })
  const splitId = await insertSplitRow(app.app.db)
  return {
    ...{ slug: SLUG, splitId, accountId: ACCOUNTS[0] ?? '' },
    ...{ 'segments/:id': segment.id, 'funnels/:id': funnel.id },
  }
}

/** Pages of single trials, which need a trace, and files. */
const NO_BOARDS = ['/boards/trials/compare', '/boards/trials/:trialId', '/boards/costs/file/:name']

/** Every page of the boards, filled in. */
function addresses(values: Record<string, string>): string[] {
  return pagePaths()
    .filter((path) => path.startsWith('/boards') && !path.includes('*') && !NO_BOARDS.includes(path))
    .flatMap((path) => {
      const filled = path.replace(
        /(\w+)\/:(\w+)/,
        (part, above: string, name: string) => `${above}/${values[part] ?? values[name] ?? ''}`,
      )
      return (QUERIES[path] ?? [EVER]).map((query) => `${filled}?${query}`)
    })
}

const WHOLE = /^\d[\d,]*$/
const numberIn = (text: string): number => Number(text.replaceAll(/\D/g, ''))

/** A link whose text is a whole number, or has one beside words. */
const isCount = ({ text }: PageLink): boolean => WHOLE.test(text) || /^(in )?[\d,]+ trials?$/.test(text)
/** A link whose text is a share or an amount: its list cannot be as long as that. */
const isFigure = (link: PageLink): boolean =>
  !isCount(link) && /^-?[€$¥]?[A-Z]{0,3}\s?-?\d[\d,.\s]*%?$/.test(link.text)

/** Trials of a list of what happened: each opens its replay. */
const replaysIn = (html: string): number => html.match(/href="\/boards\/trials\/[0-9a-f-]{36}/g)?.length ?? 0

/** How long a list says that it is, and how many rows of it the page shows. A fragment names a list of the page. */
function listIn(html: string, { pathname, hash }: URL): { length: number; rows: number } | null {
  if (LISTS.includes(pathname)) {
    return { length: numberIn(headingOf(html)), rows: Math.min(rowsIn(html), ON_A_PAGE) }
  }
  const start = html.indexOf(`id="${hash.slice(1)}"`)
  if (hash === '' || start < 0) return null
  const part = /<(table|ol)\b.*?<\/\1>/s.exec(html.slice(start))?.[0] ?? ''
  const rows = part.startsWith('<ol') ? replaysIn(part) : rowsIn(part)
  return { length: rows, rows }
}

test('every number that opens a list opens one that is as long, at the moment of its board', async () => {
  await using app = await createTestApp()
  const values = await seed(app)
  await using site = await startSite(app.url)
  const cookie = await site.signIn('growth')
  const read = async (url: URL) => {
    const answer = await fetch(url, { headers: { cookie } })
    return { status: answer.status, html: await answer.text() }
  }
  const links: (PageLink & { page: string; url: URL })[] = []
  for (const page of addresses(values)) {
    const at = new URL(page, site.origin)
    const { status, html } = await read(at)
    expect([page, status]).toEqual([page, 200])
    links.push(...linksIn(html).map((link) => ({ ...link, page, url: new URL(link.href, at) })))
  }
  const counts = links.filter(isCount)
  expect(new Set(counts.map(({ page }) => page.split('?')[0])).size).toBeGreaterThan(9)
  const wrong: unknown[] = []
  for (const { url, text, page } of sample(counts, 150)) {
    const { status, html } = await read(url)
    const number = numberIn(text)
    const list = listIn(html, url)
    const isRight = list?.length === number && list.rows === Math.min(number, ON_A_PAGE)
    if (!isRight || !url.searchParams.has('asOf')) wrong.push({ page, text, to: url.href, status, list })
  }
  for (const { url, text, page } of sample(links.filter(isFigure), 40)) {
    const { status, html } = await read(url)
    const isEmpty = /[1-9]/.test(text) && rowsIn(html) === 0
    if (status !== 200 || isEmpty) wrong.push({ page, text, to: url.href, status })
  }
  expect(wrong).toEqual([])
}, 240_000)

const NOTHING_FITS = 'No trials match this filter'
/** Who reads a page sees each text once, whatever its scripts hold. */
const shownIn = (html: string) => html.slice(html.indexOf('<main'), html.lastIndexOf('</main>'))

test('a filter that nothing fits says so once on every board that has one, and one press clears it', async () => {
  await using app = await createTestApp()
  const values = await seed(app)
  await using site = await startSite(app.url)
  const cookie = await site.signIn('growth')
  const read = async (url: URL) => {
    const answer = await fetch(url, { headers: { cookie } })
    return { url: answer.url, html: await answer.text() }
  }
  const silent: unknown[] = []
  let filtered = 0
  for (const page of addresses(values)) {
    const at = new URL(`${page}&plan=no-such-plan`, site.origin)
    const { html } = await read(at)
    // A saved funnel has the filter that was saved with it, whatever its address says.
    if (/^\/boards\/funnels\/[0-9a-f-]{36}/.test(page) || !/<select[^>]* name="plan"/.test(html)) continue
    filtered += 1
    const times = shownIn(html).split(NOTHING_FITS).length - 1
    const back = linksIn(html).find(({ text }) => text === 'Clear filter')
    const cleared = back ? new URL(back.href, at) : null
    const isClear = cleared !== null && !cleared.searchParams.has('plan')
    const stillEmpty = cleared === null || shownIn((await read(cleared)).html).includes(NOTHING_FITS)
    if (times !== 1 || !isClear || stillEmpty) silent.push({ page, times, back, stillEmpty })
  }
  expect(silent).toEqual([])
  expect(filtered).toBeGreaterThan(10)
}, 240_000)
