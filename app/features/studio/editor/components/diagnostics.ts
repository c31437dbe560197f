import type { Diagnostic } from '@codemirror/lint'
import type { Text } from '@codemirror/state'
import type { FileProblem } from '~/domain/content/checks/file-problem'

/** The offset of a line and column, both from 1; positions outside the text are clamped. */
export function offsetOf(doc: Text, place: { line?: number; column?: number }): number {
  const line = doc.line(Math.min(doc.lines, Math.max(1, place.line ?? 1)))
  return Math.min(line.to, line.from + Math.max(0, (place.column ?? 1) - 1))
}

/** Problems as marks in the text: from where each begins to the end of the word or value there. */
export function toDiagnostics(doc: Text, problems: readonly FileProblem[]): Diagnostic[] {
  return problems.map((problem) => {
    const from = offsetOf(doc, problem)
    const rest = doc.sliceString(from, doc.lineAt(from).to)
    const length = /^[^\s,{}[\]]+/.exec(rest)?.[0].length ?? Math.min(1, rest.length)
    return { from, to: from + length, severity: problem.severity, message: problem.message }
  })
}
