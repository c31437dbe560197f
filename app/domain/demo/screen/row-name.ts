import type { ValueFormat } from '../format/schema-values'

export interface NamingCell {
  text: string
  format: ValueFormat
}

/**
 * The names of the rows of a list: the first text of each, with as many more values as make rows with the same
 * text distinct. Numbers, dates and the like come after texts. One name for each row; identical rows have
 * identical names.
 */
export function rowNames(rows: readonly (readonly NamingCell[])[]): string[] {
  const width = Math.max(0, ...rows.map((cells) => cells.length))
  const columns = Array.from({ length: width }, (_, index) => rows.map((cells) => cells[index]))
  const words = columns.filter(isWords)
  const others = columns.filter((column) => !isWords(column))
  let names = rows.map(() => '')
  for (const column of [...words, ...others]) {
    const longer = names.map((name, row) =>
      isRepeated(names, name) ? [name, column[row]?.text ?? ''].filter(Boolean).join(' ') : name,
    )
    if (names.includes('') || new Set(longer).size > new Set(names).size) names = longer
  }
  return names
}

const isWords = (column: readonly (NamingCell | undefined)[]): boolean =>
  column.every((cell) => cell === undefined || cell.format === 'text')

const isRepeated = (names: readonly string[], name: string): boolean =>
  name === '' || names.indexOf(name) !== names.lastIndexOf(name)
