import { expect, test } from 'vitest'
import { openColumns } from '#db/columns/open-columns'
import type { Columns } from '#db/columns/open-columns'
import { QueryPool } from './query-pool'

const NEVER = new AbortController().signal
const statement = (text: string) => ({ text, values: [] })
/** Would run for minutes. */
const ENDLESS = statement(
  'select count(*) from range(1000000) a, range(1000000) b where a.range * b.range % 7 = 3',
)
const ONE = statement('select 1 as one')

const poolOver = (columns: Columns | null, { limitMs = 30_000, failures = [] as unknown[] } = {}) =>
  new QueryPool({ columns: () => columns, limitMs, onFailure: (error) => failures.push(error) })

test('a statement that takes too long is interrupted, and its connection serves the next', async () => {
  using columns = await openColumns()
  const failures: unknown[] = []
  const pool = poolOver(columns, { limitMs: 50, failures })
  await expect(pool.rows(ENDLESS, NEVER)).rejects.toMatchObject({ code: 'timed-out' })
  expect(await poolOver(columns).rows(ONE, NEVER)).toEqual([{ one: 1 }])
  expect(failures).toEqual([])
})

test('a statement that nobody waits for ends, whether it runs or waits its turn', async () => {
  using columns = await openColumns()
  const pool = poolOver(columns)
  const waits = Array.from({ length: 4 }, () => new AbortController())
  const asked = waits.map(({ signal }) => pool.rows(ENDLESS, signal).catch((error: Error) => error.message))
  const left = new Error('the page was closed')
  for (const wait of waits) wait.abort(left)
  expect(new Set(await Promise.all(asked)).size).toBeLessThanOrEqual(2)
  expect(await pool.rows(ONE, NEVER)).toEqual([{ one: 1 }])
})

test('more than a hundred that wait are refused, and the rest is answered', async () => {
  using columns = await openColumns()
  const pool = poolOver(columns)
  const asked = await Promise.allSettled(Array.from({ length: 110 }, () => pool.rows(ONE, NEVER)))
  const refused = asked.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []))
  expect(refused).toHaveLength(8)
  expect(refused[0]).toMatchObject({ code: 'unavailable' })
})

test('a copy that is not open is unavailable; a wrong statement is told as it is', async () => {
  await expect(poolOver(null).rows(ONE, NEVER)).rejects.toMatchObject({ code: 'unavailable' })
  using columns = await openColumns()
  const failures: unknown[] = []
  const wrong = poolOver(columns, { failures }).rows(statement('select nothing'), NEVER)
  await expect(wrong).rejects.toThrow('nothing')
  expect(failures).toHaveLength(1)
})
