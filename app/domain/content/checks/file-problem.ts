import type { Problem } from '~/domain/demo/format/problem'
import type { PlacedProblem } from '~/domain/placed-problem'

/** One problem of a document: in which file, where in it, what is wrong and what would be right. */
export type FileProblem = PlacedProblem & {
  /** A code of the demo checks, of the MDX vetting or of the files themselves: for filtering, not for display. */
  code: string
  file: string
}

export function fileProblem(
  severity: FileProblem['severity'],
  file: string,
  code: string,
  message: string,
  place: { line?: number; column?: number; at?: string } = {},
): FileProblem {
  return { severity, file, code, message, at: '', ...place }
}

export function inFile(file: string, problem: Problem): FileProblem {
  return { ...problem, file }
}

export function hasFileErrors(problems: readonly FileProblem[]): boolean {
  return problems.some((problem) => problem.severity === 'error')
}

/** Errors first, then by file and line. */
export function sortProblems(problems: readonly FileProblem[]): FileProblem[] {
  const rank = (problem: FileProblem) => (problem.severity === 'error' ? 0 : 1)
  return [...problems].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      a.file.localeCompare(b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  )
}
