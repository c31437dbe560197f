import type { Root } from 'mdast'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

import { mdxProblem, type MdxProblem, type MdxPoint } from './problem'

export type TreeResult = { ok: true; tree: Root } | { ok: false; problems: MdxProblem[] }

/** Parses an MDX body. Nothing is evaluated: expressions are read by acorn and kept as text in the tree. */
export function parseMdxBody(body: string): TreeResult {
  try {
    return { ok: true, tree: unified().use(remarkParse).use(remarkMdx).parse(body) }
  } catch (error) {
    return { ok: false, problems: [mdxProblem('syntax', reasonOf(error), placeOf(error))] }
  }
}

function reasonOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'reason' in error) return String(error.reason)
  return error instanceof RangeError ? 'the text is nested too deeply to be read' : String(error)
}

function placeOf(error: unknown): MdxPoint {
  if (typeof error !== 'object' || error === null) return {}
  const { line, column } = error as MdxPoint
  return { line, column }
}
