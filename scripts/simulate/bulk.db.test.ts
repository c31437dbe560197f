import { expect, test } from 'vitest'
import { expectReplay } from '#tests/support/expect-replay'
import { publishDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { systemContext } from '~/platform/context/context'
import { simulateInBulk } from './bulk'

test('trials written in bulk are what a replay of their trace gives, flagged, and the same for the same seed', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const write = (seed: number, trials: number) =>
    simulateInBulk(systemContext(test.app, 'test'), { trials, seed, onProgress: () => {} })
  const tally = await write(1, 2_300)
  const rows = await test.app.sql<{ visitorId: string; id: string; lastSeq: number; flags: string[] }[]>`
    select visitor_id as "visitorId", id, last_seq as "lastSeq", flags from trial order by id`
  expect(rows).toHaveLength(2_300)
  expect(rows.reduce((sum, { lastSeq }) => sum + lastSeq, 0)).toBe(tally.events)
  for (const row of rows.filter((_, index) => index % 60 === 0))
    await expectReplay(test.app, row, ['simulated'])
  expect(new Set(rows.flatMap(({ flags }) => flags))).toEqual(new Set(['simulated']))
  const [goals] = await test.app.sql<Record<string, number>[]>`
    select count(*) filter (where source = 'browser')::int as asked,
      count(*) filter (where source = 'api')::int as confirmed,
      count(*) filter (where conversion.at < last_event_at or conversion.at > ${test.clock.at.toISOString()}::timestamptz)::int
        as impossible,
      count(*) filter (where goal = 'purchase' and outcome is null)::int as unfinished,
      count(*) filter (where goal = 'purchase')::int as purchases
    from conversion join trial on trial.id = conversion.trial_id`
  expect(goals).toMatchObject({ asked: expect.any(Number), impossible: 0 })
  expect(goals?.asked).toBeGreaterThan(30)
  expect(goals?.confirmed).toBeGreaterThan(30)
  expect(goals?.unfinished).toBeLessThan((goals?.purchases ?? 0) / 4)
  const [span] = await test.app.sql<{ matured: number; night: number }[]>`
    select count(*) filter (where ${test.clock.at.toISOString()}::timestamptz - started_at > interval '60 days')::int as matured,
      count(*) filter (where locale = 'zh' and extract(hour from started_at at time zone 'Asia/Shanghai') in (0, 1, 2, 3, 4))::int
        as night
    from trial`
  expect(span?.matured).toBeGreaterThan(300)
  expect(span?.night).toBeLessThan(60)
  await expect(write(1, 5)).rejects.toThrow()
  await write(2, 5)
})
