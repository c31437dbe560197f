import { join } from 'node:path'
import type { FileProblem } from '~/domain/content/checks/file-problem'
import type { PushedDocument } from '~/features/studio/revisions/publish-together.server'
import type { FolderProblem } from './check-folder'

/** One line for each problem, in the form that editors and terminals make clickable; the last line counts them. */
export function printProblems(
  problems: readonly FolderProblem[],
  documents: number,
  directory: string,
): string[] {
  const lines = problems.map(({ folder, problem }) => printProblem(problem, join(directory, folder)))
  const errors = problems.filter(({ problem }) => problem.severity === 'error').length
  return [...lines, `${documents} documents, ${errors} errors, ${problems.length - errors} warnings.`]
}

/** One line for each document; for a refused one its problems and the numbered steps that lead to them. */
export function printPushed(pushed: readonly PushedDocument[]): string[] {
  return pushed.flatMap(({ kind, slug, outcome, error }) => [
    `${kind} ${slug}: ${outcome}${error ? `: ${error.message}` : ''}`,
    ...(error?.code === 'proof-failed' ? error.details.problems : []).flatMap((problem) => [
      `  ${printProblem(problem, `${kind} ${slug}`)}`,
      ...(problem.steps ?? []).map((step, index) => `    ${index + 1}. ${step}`),
    ]),
  ])
}

function printProblem({ file, line, column, severity, message }: FileProblem, folder: string): string {
  return `${join(folder, file)}:${line ?? 1}:${column ?? 1} ${severity} ${message}`
}
