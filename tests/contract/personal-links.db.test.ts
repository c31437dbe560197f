import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { insertPastTrial } from '#tests/support/past-trial'
import { asStaff } from '#tests/support/staff'
import { startSite } from '#tests/support/start-site'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { secretsSentTo } from '#tests/support/verify-address'
import { createAccount } from '~/features/accounts/create-account.server'
import { makeInvitation } from '~/features/accounts/invitations/make-invitation.server'
import { makeResumeLink } from '~/features/collect/trials/make-resume-link.server'
import { recordConversion } from '~/features/conversions/reports/record-conversion.server'
import { paths } from '~/paths'

const EMAIL = 'ann@alder.example'

/** One personal link of each kind. */
async function makeLinks(test: TestApp): Promise<string[]> {
  const trial = await insertPastTrial(test, { daysAgo: 0 })
  const owner = test.as(trial.visitorId)
  const resume = await makeResumeLink({ ctx: owner, input: { trial: trial.id } })
  const contact = { name: 'Ann', email: EMAIL, company: 'Alder' }
  await recordConversion({ ctx: test.as(), input: { id: uuidv7(), goal: 'quote', contact } })
  const { link } = await secretsSentTo(test.app.db, EMAIL)
  const growth = asStaff(test, 'growth')
  const { id } = await createAccount({ ctx: growth, input: { name: 'Alder' } })
  const invitation = await makeInvitation({ ctx: growth, input: { account: id } })
  return [resume.path, paths.confirmAddress(link), invitation.path]
}

/** The rows that a personal link may change. */
const held = ({ app }: TestApp) =>
  app.sql`select
    (select json_agg(visitor_contact order by visitor_id) from visitor_contact) as contacts,
    (select json_agg(address_check) from address_check) as checks,
    (select json_agg(account_member) from account_member) as members,
    (select json_agg(account_invitation) from account_invitation) as invitations,
    (select count(*) from visitor)::int as visitors`

test(
  'a personal link does nothing by being opened, previewed or sent from another site, and does by being agreed to',
  { timeout: 120_000 },
  async () => {
    await using test = await createTestApp()
    test.clock.at = new Date()
    await using site = await startSite(test.url)
    const links = await makeLinks(test)
    const before = await held(test)
    const opened: RequestInit[] = [
      { method: 'GET' },
      { method: 'HEAD' },
      { method: 'GET', headers: { Purpose: 'prefetch', 'Sec-Purpose': 'prefetch' } },
      { method: 'POST' },
      { method: 'POST', headers: { Origin: 'https://elsewhere.example' } },
      { method: 'POST', headers: { Origin: site.origin, 'Sec-Fetch-Site': 'cross-site' } },
      { method: 'POST', headers: { Origin: 'null' } },
    ]
    const pages = links.flatMap((link) => [link, `${link}.data`])
    for (const [path, init] of pages.flatMap((page) => opened.map((how) => [page, how] as const))) {
      const answer = await fetch(site.origin + path, { ...init, redirect: 'manual' })
      const said = JSON.stringify([path.slice(0, 8), init, answer.status])
      expect(answer.headers.getSetCookie().join(), said).not.toContain('foyer_visitor')
      expect(answer.headers.get('cache-control'), said).toContain('no-store')
      expect(answer.status, said).toBe(init.method === 'POST' ? 403 : 200)
      expect(await answer.text(), said).not.toContain(EMAIL)
    }
    expect(await held(test)).toEqual(before)
    for (const link of links) {
      const headers = { Origin: site.origin }
      const answer = await fetch(site.origin + link, { method: 'POST', headers, redirect: 'manual' })
      expect([200, 302]).toContain(answer.status)
      expect(answer.headers.getSetCookie().join()).toContain('foyer_visitor')
    }
    expect(await held(test)).not.toEqual(before)
  },
)
