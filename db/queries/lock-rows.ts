/** Names a row of a visitor. */
interface RowKey {
  visitorId: string
  id: string
}

/**
 * Locks rows one by one, in the order of their ids as everybody does, so that two transactions do not deadlock. Where
 * tables are distributed, a statement that locks must name its one visitor. The statements are sent at once: the
 * connection of a transaction runs them in their order. Rows that `lockOne` does not find are left out.
 */
export async function lockRows<Row>(
  keys: readonly RowKey[],
  lockOne: (key: RowKey) => PromiseLike<Row[]>,
): Promise<Row[]> {
  const sorted = [...keys].sort((one, other) => (one.id < other.id ? -1 : 1))
  return (await Promise.all(sorted.map(lockOne))).flat()
}
