/**
 * The row with this id.
 * @throws Error when there is none
 */
export function findById<T extends { id: string }>(rows: readonly T[], id: string): T {
  const row = rows.find((one) => one.id === id)
  if (!row) throw new Error(`no ${id}`)
  return row
}
