import type { FileProblem } from '~/domain/content/checks/file-problem'
import { yamlPlaces } from '~/domain/content/checks/yaml-place'
import type { Proof } from '~/domain/demo/prove'

/** What a proof found, each with the line of the demo's source that it speaks of. The same finding under two plans is told once. */
export function proofProblems(proof: Proof, source: string): FileProblem[] {
  const place = yamlPlaces(source)
  const found = new Map<string, FileProblem>()
  for (const problem of proof.runs.flatMap((run) => run.problems)) {
    const key = `${problem.code} ${problem.at} ${problem.message}`
    if (!found.has(key)) found.set(key, { ...problem, ...place(problem.at), file: 'demo.yaml' })
  }
  return [...found.values()]
}

/** A proof as pages show it: its findings once each, with their lines in the source that was proven. */
export interface ProofView {
  proof: Proof
  problems: FileProblem[]
}

export function proofView(proof: Proof, source: string): ProofView {
  return { proof, problems: proofProblems(proof, source) }
}
