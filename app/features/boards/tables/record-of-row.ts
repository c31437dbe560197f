import type { TableCell, TableColumn } from './board-table'

/** A row by the names of its columns. */
export function recordOfRow(
  columns: readonly TableColumn[],
  row: readonly TableCell[],
): Record<string, TableCell> {
  return Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null]))
}
