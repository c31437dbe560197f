/** One place in a demo that has an expression, and what the expression may name there. */
export type ExpressionUse = {
  /** Path in the document. */
  at: string
  source: string
  expects: 'bool' | 'list' | 'any'
  /** Where `newId()` works and the world is changed. */
  changes: boolean
  /** Events whose data `event` can have; null where there is no event. */
  events: readonly string[] | null
  /** Which expression gives `row`: an item of its list, or its one object. Null where there is no row. */
  row: { each: string } | { one: string } | null
}

/** How an expression use differs from a plain one. */
export type UseOptions = Partial<Omit<ExpressionUse, 'at' | 'source'>>

export function use(source: string | undefined, at: string, options: UseOptions = {}): ExpressionUse[] {
  if (source === undefined) return []
  return [{ at, source, expects: 'any', changes: false, events: null, row: null, ...options }]
}
