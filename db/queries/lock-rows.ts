/** Names a row of a visitor. */
interface RowKey {
  visitorId: string
  id: string
}

/**
 * Does something with the rows of each visitor, one visitor after another in one order, so that two transactions that
 * lock them do not deadlock. Where tables are distributed, a statement that locks must name its one visitor.
 */
export async function eachVisitor<Result>(
  keys: readonly RowKey[],
  work: (visitorId: string, ids: string[]) => Promise<Result[]>,
): Promise<Result[]> {
  const ids = new Map<string, string[]>()
  for (const { visitorId, id } of keys) ids.set(visitorId, [...(ids.get(visitorId) ?? []), id])
  const results: Result[] = []
  for (const visitorId of [...ids.keys()].sort())
    results.push(...(await work(visitorId, (ids.get(visitorId) ?? []).sort())))
  return results
}
