import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { insertPerson } from '#db/queries/people'
import { startSite } from '#tests/support/start-site'
import { createTestApp } from '#tests/support/test-app'
import { loggablePath } from '~/platform/http/loggable-path'
import { scheduleBoardMail } from '~/features/boards/outlets/schedule-board-mail.server'
import { sendBoardMails } from '~/features/boards/outlets/send-board-mails.server'
import { shareBoard } from '~/features/boards/outlets/share-board.server'
import { systemContext } from '~/platform/context/context'
import { paths } from '~/paths'

const TRIALS = fc.sample(arbitraryTrials(20), { numRuns: 3, seed: 11 }).flat()
const DAY_MS = 86_400_000

/** What no page that a secret link opens may be without. */
const PRIVATE = {
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
  'referrer-policy': 'no-referrer',
}

async function headersOf(answer: Response) {
  await answer.arrayBuffer()
  return Object.fromEntries(Object.keys(PRIVATE).map((name) => [name, answer.headers.get(name)]))
}

test(
  'a shared board is kept by nobody, listed nowhere, and a mail program unsubscribes with one press',
  { timeout: 240_000 },
  async () => {
    await using test = await createTestApp()
    test.clock.at = new Date()
    await insertMeasuredTrials(test.app.db, TRIALS)
    const email = 'lin@alder.example'
    const roles = ['growth' as const]
    const id = await insertPerson(test.app.db, { name: 'Lin', email, roles, passwordHash: 'x', at: TEST_NOW })
    const ctx = test.as(null, { actor: { kind: 'staff', id, name: 'Lin', email, roles } })
    const view = { board: 'overview', parameters: { range: 'all' } }
    const { token } = await shareBoard({ ctx, input: { ...view, period: 'rolling', days: 3 } })
    const weekly = { frequency: 'weekly' as const, weekday: '1', dayOfMonth: '1', hour: '8' }
    await scheduleBoardMail({ ctx, input: { ...view, ...weekly, readers: email } })
    test.clock.at = new Date(test.clock.at.getTime() + 8 * DAY_MS)
    await sendBoardMails({ ctx: systemContext(test.app, 'test') })
    const [mail] = await test.app.sql`select unsubscribe from mail`
    const unsubscribe = new URL(String(mail?.unsubscribe)).pathname
    await using site = await startSite(test.url)
    const open = (path: string, init?: RequestInit) =>
      fetch(site.origin + path, { redirect: 'manual', ...init })
    for (const path of [paths.sharedBoard(token), `${paths.sharedBoard(token)}.data`, unsubscribe]) {
      const answer = await open(path)
      expect([path.slice(0, 9), answer.status, await headersOf(answer)]).toEqual([
        path.slice(0, 9),
        200,
        PRIVATE,
      ])
    }
    const wrong = await open(paths.sharedBoard('nonsense'))
    expect([wrong.status, await headersOf(wrong)]).toEqual([410, PRIVATE])
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
    expect((await open(unsubscribe, { method: 'POST', body })).status).toBe(200)
    expect(
      await test.app.sql`select 1 from board_mail_reader where unsubscribed_at is not null`,
    ).toHaveLength(1)
  },
)

test('the log never has the token of a link, in whatever form it is asked for', () => {
  const token = 'c2VjcmV0LXRva2Vu'
  for (const path of [paths.sharedBoard(token), paths.unsubscribe(token)]) {
    for (const asked of [
      path,
      `${path}.data`,
      `${path}/`,
      `${path}?_data=x`,
      path.toUpperCase().replace(token.toUpperCase(), token),
    ]) {
      expect(loggablePath(asked)).not.toContain(token)
    }
  }
})
