import type { Nodes } from 'mdast'
import { mdxProblem, type MdxProblem } from './problem'

/** Every row is padded to the width of the first, so without a limit a short text becomes millions of cells. */
const MAX_COLUMNS = 20
const MAX_ROWS = 200

/** What is wrong with the size of a table. */
export function tableProblems(node: Nodes): MdxProblem[] {
  if (node.type !== 'table') return []
  const columns = node.children[0]?.children.length ?? 0
  if (columns <= MAX_COLUMNS && node.children.length <= MAX_ROWS) return []
  const message = `a table may have at most ${MAX_COLUMNS} columns and ${MAX_ROWS} rows`
  return [mdxProblem('too-large', message, node.position?.start)]
}
