import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTestDatabase } from '#db/testing'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { copyOf } from '#tests/support/copy-of'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { boardScope, trialsInScope } from '~/domain/insight/board-scope'
import { changeCells } from '~/domain/insight/contributions/change-cells'
import { measureClock } from '~/domain/insight/measured-trial'
import { readChangeCells } from './change-cells'

const byKey = <Cell extends object>(cells: readonly Cell[]) =>
  cells.map((cell) => JSON.stringify(Object.entries(cell).sort())).sort()

test('the copy counts the cells of a change as the oracle does', async () => {
  await using database = await createTestDatabase()
  const [rows = []] = fc.sample(arbitraryTrials(200), { numRuns: 1, seed: 3 })
  await insertMeasuredTrials(database.db, rows)
  using reader = await copyOf(database)
  for (const flagged of [true, false]) {
    const scope = boardScope({
      filter: { flagged, simulated: true },
      range: { from: null, until: null },
      clock: measureClock(TEST_NOW, 30),
      timeZone: 'UTC',
    })
    const expected = changeCells(trialsInScope(rows, scope), scope.clock)
    expect(byKey(await readChangeCells(reader, scope))).toEqual(byKey(expected))
  }
})
