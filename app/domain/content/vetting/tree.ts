import type { Root } from 'mdast'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

import { MARKDOWN_PLUGINS } from './markdown'
import { mdxProblem, type MdxProblem, type MdxPoint } from './problem'

export type TreeResult = { ok: true; tree: Root } | { ok: false; problems: MdxProblem[] }

/** Parses an MDX body. Nothing is evaluated: acorn parses expressions, and the tree keeps them as text. */
export function parseMdxBody(body: string): TreeResult {
  try {
    const reader = unified().use(remarkParse).use(remarkMdx).use(MARKDOWN_PLUGINS)
    return { ok: true, tree: reader.runSync(reader.parse(body)) as Root }
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
