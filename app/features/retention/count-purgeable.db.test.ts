import { expect, test } from 'vitest'
import { ensurePartitions } from '#db/partitions'
import { publishDemo } from '#tests/support/publish-demo'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { startTrial } from '~/features/collect/trials/start-trial.server'
import { countPurgeable } from './count-purgeable.server'

test('a shorter retention says how many trials would go, and of how many more the steps', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  for (const at of ['2024-01-05', '2025-06-05', '2025-07-05', '2025-12-05', '2026-02-05']) {
    test.clock.at = new Date(`${at}T10:00:00Z`)
    const month = { year: test.clock.at.getUTCFullYear(), month: test.clock.at.getUTCMonth() + 1 }
    await ensurePartitions(test.app.sql, { first: month, last: month })
    await startTrial({ ctx: test.as(), input: { demo: 'request-approval', plan: 'free' } })
  }
  test.clock.at = new Date('2026-03-20T10:00:00Z')
  const ctx = asStaff(test, 'admin')
  const count = (traces: number, trials: number) => countPurgeable({ ctx, input: { traces, trials } })
  expect(await count(1, 6)).toEqual({ trials: 2, traces: 1 })
  expect(await count(6, 24)).toEqual({ trials: 0, traces: 2 })
  expect(await count(13, 25)).toEqual({ trials: 0, traces: 0 })
  expect(await count(60, 120)).toEqual({ trials: 0, traces: 0 })
  await expect(countPurgeable({ ctx: test.as(), input: { traces: 1, trials: 6 } })).rejects.toMatchObject({
    code: 'unauthenticated',
  })
})
