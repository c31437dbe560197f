import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillEvents } from '#db/columns/event-table'
import { funnelOfColumns } from '#db/columns/funnel/funnel-of-columns'
import { openColumns } from '#db/columns/open-columns'
import { createTestDatabase } from '#db/testing'
import { arbitraryTrials } from '#tests/support/arbitrary-trials'
import { tries } from '#tests/support/depth'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { SIMULATED_FLAG } from '~/domain/insight/board-filter'
import { funnel } from '~/domain/insight/funnel/funnel'
import type { FunnelEvent } from '~/domain/insight/funnel/funnel-history'
import { funnelQuerySchema } from '~/domain/insight/funnel/funnel-query'
import type { MeasuredTrial } from '~/domain/insight/measured-trial'
import { readFunnelEvents } from './funnel-events'

const query = (steps: string, unit: string) =>
  funnelQuerySchema.parse({
    steps: steps.split(' ').map((event) => ({ event })),
    ...{ order: 'ordered', windowSeconds: 100 * 86_400, unit },
  })

const isCounted = ({ flags }: MeasuredTrial, simulated: boolean) =>
  flags.every((flag) => simulated && flag === SIMULATED_FLAG)

/** What the funnel of one step `trial` must count. */
function unitsOf(rows: readonly MeasuredTrial[], unit: 'trial' | 'visitor' | 'account'): number {
  const key = { trial: 'id', visitor: 'visitorId', account: 'account' } as const
  return new Set(rows.map((row) => row[key[unit]]).filter((name) => name !== null)).size
}

test('a funnel of one step counts the trials, visitors and accounts that boards count, flags out or simulated in', async () => {
  await using db = await createTestDatabase()
  await fc.assert(
    fc.asyncProperty(arbitraryTrials(12), fc.boolean(), async (rows, simulated) => {
      await db.sql`truncate visitor, account cascade`
      await insertMeasuredTrials(db.db, rows)
      using columns = await openColumns({ threads: 1 })
      await fillEvents(
        columns.connection,
        readFunnelEvents(db.sql, { simulated, simulatedFlag: SIMULATED_FLAG }),
      )

      const counted = rows.filter((row) => isCounted(row, simulated))
      for (const unit of ['trial', 'visitor', 'account'] as const) {
        const { steps } = await funnelOfColumns(columns.connection, query('trial', unit))
        expect(steps.map(({ count }) => count)).toEqual([unitsOf(counted, unit)])
      }
    }),
    { numRuns: tries(100) },
  )
})

test('what came of trials is told by time, and the copy counts it as the definition does', async () => {
  await using db = await createTestDatabase()
  await fc.assert(
    fc.asyncProperty(arbitraryTrials(12), async (rows) => {
      await db.sql`truncate visitor, account cascade`
      await insertMeasuredTrials(db.db, rows)
      const events: FunnelEvent[] = []
      for await (const event of readFunnelEvents(db.sql, { simulated: true, simulatedFlag: SIMULATED_FLAG }))
        events.push(event)
      using columns = await openColumns({ threads: 1 })
      await fillEvents(columns.connection, events)

      const counted = rows.filter((row) => isCounted(row, true))
      const of = (name: string) => events.filter(({ event }) => event === name).length
      expect(of('rating')).toBe(counted.filter(({ stars }) => stars !== null).length)
      expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).sort((a, b) => a - b))
      for (const asked of [query('trial task conversion', 'visitor'), query('trial ask', 'account')])
        expect(await funnelOfColumns(columns.connection, asked)).toEqual(funnel(events, asked))
    }),
    { numRuns: tries(100) },
  )
})
