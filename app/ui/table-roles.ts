/**
 * Roles of a table, to be spread on its elements when a narrow layout changes their `display`: some browsers then forget
 * that it is a table.
 */
export const tableRoles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  cell: { role: 'cell' },
  columnHead: { role: 'columnheader' },
  rowHead: { role: 'rowheader' },
} as const
