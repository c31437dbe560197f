/** Why a statement would fail where tables are distributed, or null. */
export type StatementProblem =
  'locks rows of several visitors' | 'is recursive' | 'selects in its list of columns'

/**
 * Looks at one statement, as the server keeps it: constants and bound values are `$1`, `$2`. These are rules of thumb over
 * the text, for the tests; the server itself decides.
 */
export function problemOfStatement(
  statement: string,
  distributed: readonly string[],
): StatementProblem | null {
  const text = statement.replaceAll('"', '').replaceAll(/\s+/g, ' ').toLowerCase()
  if (!mentions(text, distributed)) return null
  if (LOCKS.test(text) && !NAMES_ONE_VISITOR.test(text) && !COLLECTS_GROUPS.test(text))
    return 'locks rows of several visitors'
  if (/\bwith recursive\b/.test(text)) return 'is recursive'
  if (columnLists(text).some((list) => /\bselect\b/.test(list))) return 'selects in its list of columns'
  return null
}

const LOCKS = /\bfor (no key )?update\b|\bfor (key )?share\b/

/** Collecting in groups, which is not done where tables are distributed. */
const COLLECTS_GROUPS = /\bas key\(visitor_id, id\) join trial\b/

const NAMES_ONE_VISITOR = /\bvisitor_id = \$\d+/

const mentions = (text: string, tables: readonly string[]): boolean =>
  new RegExp(`\\b(from|join|update|into) (only )?(public\\.)?(${tables.join('|')})\\b(?!\\.)`).test(text)

/** The text between each `select` and its own `from`. */
function columnLists(text: string): string[] {
  const lists: string[] = []
  const open: { depth: number; start: number }[] = []
  let depth = 0
  for (const { 0: token, index } of text.matchAll(/\(|\)|\bselect\b|\bfrom\b/g)) {
    if (token === '(') depth += 1
    else if (token === ')') {
      depth -= 1
      while (open.length > 0 && (open.at(-1)?.depth ?? 0) > depth) open.pop()
    } else if (token === 'select') open.push({ depth, start: index + token.length })
    else if (open.at(-1)?.depth === depth) lists.push(text.slice(open.pop()?.start, index))
  }
  return lists
}
