import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { mdxProblem, type MdxProblem } from './problem'

/** The names of the footnotes to which a text refers. */
export function referencedNotes(tree: Root): ReadonlySet<string> {
  const names = new Set<string>()
  visit(tree, 'footnoteReference', ({ identifier }) => void names.add(identifier))
  return names
}

/** A footnote without a reference would be lost, and a reference without a footnote would be shown as written. */
export function noteProblems(node: Nodes, referenced: ReadonlySet<string>): MdxProblem[] {
  if (node.type === 'footnoteDefinition' && !referenced.has(node.identifier)) {
    const message = `nothing refers to the note [^${node.identifier}]: write [^${node.identifier}] in the text`
    return [mdxProblem('note', message, node.position?.start)]
  }
  if (node.type === 'linkReference' && node.identifier.startsWith('^')) {
    const message = `the name of a note has no spaces: write [${node.identifier.replace(/\s+/g, '-')}]`
    return [mdxProblem('note', message, node.position?.start)]
  }
  const missing = node.type === 'text' ? /\[\^([^\]\s]+)\]/.exec(node.value) : null
  if (!missing) return []
  const message = `the note [^${missing[1]}] has no text: write a line [^${missing[1]}]: …`
  return [mdxProblem('note', message, node.position?.start)]
}
