import type { Problem } from '~/domain/demo/format/problem'
import type { ProofEntry } from './prove-file'

/** The entries as lines for a person; the last one is the summary. */
export function printEntries(entries: readonly ProofEntry[]): string[] {
  if (entries.length === 0) return ['There is no demo to prove.']
  const proven = entries.filter((entry) => entry.status === 'proven').length
  const verdict = `${proven} of ${entries.length} proven.`
  return [...entries.flatMap(printEntry), '', verdict]
}

function printEntry(entry: ProofEntry): string[] {
  const { slug, revision, plan, role, status } = entry
  const who = plan === null ? entry.file : `${plan}, ${role}`
  return [
    `${status === 'proven' ? '✓' : '✗'} ${slug} (${revision})  ${who}  ${status}${plan === null ? '' : figures(entry)}`,
    ...entry.problems.flatMap((problem) => printProblem(problem, entry.file)),
  ]
}

function figures({ states, transitions, tasks, configurations, idealLength }: ProofEntry): string {
  const ideal = idealLength === null ? 'no way to success' : `ideal path ${idealLength} steps`
  return (
    `: ${states.reached} of ${states.total} states, ${transitions.taken} of ${transitions.total} transitions, ` +
    `${tasks.done} of ${tasks.total} tasks, ${ideal}, ${configurations} configurations explored`
  )
}

function printProblem(problem: Problem, file: string): string[] {
  const place = problem.line === undefined ? file : `${file}:${problem.line}:${problem.column ?? 1}`
  const at = problem.at === '' ? '' : ` ${problem.at}`
  return [
    `    ${problem.severity} ${problem.code}${at} (${place})`,
    `      ${problem.message}`,
    ...(problem.steps ?? []).map((step, index) => `        ${index + 1}. ${step}`),
  ]
}
