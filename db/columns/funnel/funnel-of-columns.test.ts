import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { funnel } from '~/domain/insight/funnel/funnel'
import type { FunnelEvent } from '~/domain/insight/funnel/funnel-history'
import { funnelQuerySchema, type FunnelQuery } from '~/domain/insight/funnel/funnel-query'
import { anyHistory, anyQuery } from '~/domain/insight/funnel/histories.testing'
import { fillEvents } from '../event-table'
import { openColumns, type Columns } from '../open-columns'
import { funnelOfColumns } from './funnel-of-columns'

async function funnelsOf(
  { connection }: Columns,
  history: readonly FunnelEvent[],
  queries: readonly FunnelQuery[],
) {
  await connection.run('drop table if exists event')
  await fillEvents(connection, history)
  const results = []
  for (const query of queries) results.push(await funnelOfColumns(connection, query))
  return results
}

test('the copy says what the definition says, on random histories', async () => {
  using columns = await openColumns({ threads: 1 })
  await fc.assert(
    fc.asyncProperty(
      anyHistory(25),
      fc.array(anyQuery, { minLength: 1, maxLength: 4 }),
      async (history, queries) => {
        expect(await funnelsOf(columns, history, queries)).toEqual(
          queries.map((query) => funnel(history, query)),
        )
      },
    ),
    { numRuns: tries(5_000) },
  )
}, 300_000)

test.each(['ordered', 'strict', 'unordered'])(
  'one visitor with 20,000 attempts that lead nowhere is counted in a moment: %s',
  async (order) => {
    const query = funnelQuerySchema.parse({
      steps: [{ event: 'a' }, { event: 'b' }, { event: 'c' }],
      ...{ order, windowSeconds: 10_000_000 },
    })
    const history = Array.from({ length: 40_000 }, (_, index) => ({
      ...{ visitor: 'ann', at: Math.floor(index / 2) * 1_000, event: index % 2 === 0 ? 'a' : 'b', props: {} },
    }))

    using columns = await openColumns({ threads: 1 })
    const [result] = await funnelsOf(columns, history, [query])

    expect(result?.steps.map(({ count }) => count)).toEqual([1, 1, 0])
  },
)
