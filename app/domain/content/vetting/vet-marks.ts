import type { Root, Text } from 'mdast'
import { visit } from 'unist-util-visit'
import { mdxProblem, type MdxProblem } from './problem'

const EAST_ASIAN = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]'
/** Emphasis marks that Markdown took for text: double ones, and a pair of single ones beside East Asian text. */
const LEFT = new RegExp(
  `(?<!\\\\)(?:\\*\\*|__|~~)|(?<=${EAST_ASIAN})_(?=[^_\\s])|(?<=[^_\\s])_(?=${EAST_ASIAN})`,
  'u',
)

/** Emphasis marks that a reader would see as signs, because Markdown took them for text. */
export function leftMarks(tree: Root, body: string): MdxProblem[] {
  const problems: MdxProblem[] = []
  visit(tree, 'text', (text) => {
    const mark = markIn(text, body)
    if (mark === null) return
    const message = `${mark} has no partner here and would be shown: close it, put a space outside of it, or write ${escaped(mark)}`
    problems.push(mdxProblem('mark', message, text.position?.start))
  })
  return problems
}

function markIn({ value, position }: Text, body: string): string | null {
  const { start, end } = position ?? {}
  if (start?.offset === undefined || end?.offset === undefined) return null
  if (!LEFT.test(value)) return null
  return LEFT.exec(body.slice(start.offset, end.offset))?.[0] ?? null
}

const escaped = (mark: string) => mark.replace(/./g, '\\$&')
