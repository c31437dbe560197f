import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { createTestDatabase } from '#db/testing'
import { sample } from '#tests/support/depth'
import { pagePaths } from '#tests/support/page-paths'
import { publishDemo } from '#tests/support/publish-demo'
import { startSite } from '#tests/support/start-site'
import { soundFiles } from '#tests/support/studio-demos'

/** Staff pages of one item, with an existing and a missing id. */
const pairs = (there: Record<string, string>, absent: Record<string, string>) =>
  pagePaths()
    .filter((path) => /^\/(studio|boards|team)\/.*:/.test(path))
    .map((path) => {
      const fill = (values: Record<string, string>) =>
        path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? '')
      return [fill(there), fill(absent)] as const
    })

const FORMS = [
  'intent=save-file&file=demo.yaml&text=x&draftVersion=1',
  'intent=publish&draftVersion=1',
  'intent=add-domain&domain=a.example',
  'intent=judge&verdict=none',
]

interface Person {
  cookie: string
  forms: string[]
  /** Whether reading the page is forbidden as well. */
  reads: boolean
}

function requestsOf(origin: string, { cookie, forms, reads }: Person): RequestInit[] {
  const headers = { Origin: origin, ...(cookie && { Cookie: cookie }) }
  const sent: RequestInit[] = forms.map((body) => ({
    method: 'POST',
    body,
    headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
  }))
  return reads ? [...sent, { headers }] : sent
}

interface Site {
  origin: string
}

/** The response without the parts that differ in every response, and without the address itself. */
async function ask({ origin }: Site, path: string, init: RequestInit): Promise<string> {
  const page = path.replace(/\.data$/, '')
  const response = await fetch(origin + path, { ...init, redirect: 'manual' })
  const body = (await response.text())
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
    .replaceAll(/nonce="[^"]*"/g, 'nonce')
    .replaceAll(page, 'path')
    .replaceAll(encodeURIComponent(page), 'path')
  return `${response.status} ${response.headers.get('location') === null ? '' : 'elsewhere'} ${body}`
}

test('who may not see or do something cannot tell whether it is there', { timeout: 120_000 }, async () => {
  await using database = await createTestDatabase()
  await publishDemo(database.db, soundFiles['demo.yaml'] ?? '')
  await using site = await startSite(database.url)
  const [accountId, trialId] = [uuidv7(), uuidv7()]
  const there = { kind: 'demo', slug: 'ask', accountId, trialId }
  const nowhere = { kind: 'demo', slug: 'nope', accountId: uuidv7(), trialId: uuidv7() }
  const refused = [
    { cookie: '', forms: FORMS, reads: true },
    { cookie: await site.signIn('growth'), forms: FORMS.slice(0, 2), reads: false },
    { cookie: await site.signIn('operator'), forms: FORMS.slice(1), reads: false },
  ]
  const cases = refused.flatMap((person) =>
    pairs(there, nowhere).flatMap(([one, other]) =>
      requestsOf(site.origin, person).flatMap((init) =>
        ['', '.data'].map((suffix) => ({ init, one: one + suffix, other: other + suffix })),
      ),
    ),
  )
  expect(cases.length).toBeGreaterThan(60)
  for (const { init, one, other } of sample(cases, 60)) {
    const [seen, unseen] = [await ask(site, one, init), await ask(site, other, init)]
    expect(seen, `${init.method ?? 'GET'} ${one}`).toBe(unseen)
  }
})
