import { expect, test } from 'vitest'
import { expectReplay } from '#tests/support/expect-replay'
import { publishDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { systemContext } from '~/server/context'
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
  await expect(write(1, 5)).rejects.toThrow()
  await write(2, 5)
})
