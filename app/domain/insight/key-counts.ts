/** Trials by key of a family; keys without a trial are absent. */
export type KeyCounts = ReadonlyMap<string, number>

/** Most trials first, then by key in code-unit order, which is PostgreSQL's collation "C" for the ids in use. */
export function mostFirst(counts: KeyCounts): [string, number][] {
  return [...counts].sort(([keyA, a], [keyB, b]) => b - a || (keyA < keyB ? -1 : 1))
}
