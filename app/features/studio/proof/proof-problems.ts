import type { FileProblem } from '~/domain/content/checks/file-problem'
import { yamlPlaces } from '~/domain/content/checks/yaml-place'
import { compileDemo } from '~/domain/demo/engine/compile'
import type { Proof } from '~/domain/demo/proof/prove'
import type { Demo } from '~/domain/demo/format/schema'
import { describeProof } from '~/domain/demo/proof/report/describe-findings'
import type { Locale } from '~/domain/text'

/** The proven demo, and the operator's language for its findings. */
export interface ProvenDemo {
  source: string
  demo: Demo
  locale: Locale
}

/** The findings of a proof in words, each with its line in the demo's source. A finding under two plans is listed once. */
export function proofProblems(proof: Proof, { source, demo, locale }: ProvenDemo): FileProblem[] {
  if (proof.runs.every((run) => run.problems.length === 0)) return []
  const place = yamlPlaces(source)
  const described = describeProof(compileDemo(demo), proof, locale)
  return described.map((problem) => ({ ...problem, ...place(problem.at), file: 'demo.yaml' }))
}

/** A proof as pages show it: its findings once each, with their lines in the source that was proven. */
export interface ProofView {
  proof: Proof
  problems: FileProblem[]
}

export function proofView(proof: Proof, proven: ProvenDemo): ProofView {
  return { proof, problems: proofProblems(proof, proven) }
}
