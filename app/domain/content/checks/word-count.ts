import type { Nodes, Root } from 'mdast'
import type { Locale } from '../../text'
import { fileProblem, type FileProblem } from './file-problem'

/** How many words are read at a glance beside a running demo, with some tolerance. */
const OPENING = { words: 20, tolerated: 24 }
const STEP = { words: 30, tolerated: 36 }

/** Words as a reader of the locale counts them; Chinese is segmented by dictionary. */
export function countWords(text: string, locale: Locale): number {
  const segments = new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)
  return [...segments].filter((segment) => segment.isWordLike).length
}

/** Warnings for a guide that is too long: its opening is the text before the first list, a step is a list item. */
export function wordCountProblems(file: string, tree: Root, locale: Locale): FileProblem[] {
  const firstList = tree.children.findIndex((node) => node.type === 'list')
  const opening = firstList === -1 ? tree.children : tree.children.slice(0, firstList)
  const steps = tree.children.flatMap((node) => (node.type === 'list' ? node.children : []))
  return [
    ...tooLong(file, opening, locale, OPENING, 'The opening'),
    ...steps.flatMap((step) => tooLong(file, [step], locale, STEP, 'This step')),
  ]
}

function tooLong(
  file: string,
  nodes: Nodes[],
  locale: Locale,
  limit: typeof OPENING,
  subject: string,
): FileProblem[] {
  const words = countWords(nodes.map(plainText).join('\n'), locale)
  if (words <= limit.tolerated) return []
  const { line, column } = nodes[0]?.position?.start ?? { line: 1, column: 1 }
  const message = `${subject} has ${words} words; about ${limit.words} is what people read.`
  return [fileProblem('warning', file, 'too-many-words', message, { line, column })]
}

function plainText(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(plainText).join(' ') : ''
}
