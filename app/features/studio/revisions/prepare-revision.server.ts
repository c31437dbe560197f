import type { CheckedDocument } from '~/domain/content/checks/check-document'
import type { FileProblem } from '~/domain/content/checks/file-problem'
import type { DocumentCheckContext } from '~/domain/content/checks/document-check-context'
import { partOf } from '~/domain/content/kinds'
import type { DocumentFiles, DocumentKind } from '~/domain/content/kinds'
import type { Proof } from '~/domain/demo/proof/prove'
import { DomainError } from '~/domain/errors'
import type { MdxText } from '~/platform/content/inspector'
import type { Context } from '~/platform/context/context'
import { hashFiles } from '~/platform/content/content-hash'
import { proofProblems } from '../proof/proof-problems'
import type { ProvenDemo } from '../proof/proof-problems'

/** All that a revision holds, made from exactly these files. */
export interface PreparedRevision {
  files: DocumentFiles
  contentHash: string
  body: NonNullable<CheckedDocument['body']>
  rendered: Record<string, string>
  proof: Proof | null
}

/** The details of a refused publishing: problems with their places, and for a proof the steps that lead there. */
export interface RefusedPublishing {
  stage: 'check' | 'proof'
  problems: FileProblem[]
}

/**
 * Checks, proves and renders. Nothing is written; it may take as long as the proof's budget. Documents that go
 * live together are checked against each other afterwards: then `around` is omitted.
 * @throws DomainError `proof-failed` with `RefusedPublishing` as its details, `unavailable` when too many proofs
 * wait.
 */
export async function prepareRevision(
  ctx: Context,
  kind: DocumentKind,
  slug: string,
  files: DocumentFiles,
  around: DocumentCheckContext = {},
): Promise<PreparedRevision> {
  const { body, problems } = await ctx.inspector.check(kind, slug, files, around)
  if (!body) throw refusedByCheck(problems.filter((problem) => problem.severity === 'error'))
  const contentHash = hashFiles(files)
  const source = files['demo.yaml'] ?? ''
  const proof =
    'demo' in body ? await proven(ctx, { source, demo: body.demo, locale: ctx.locale }, contentHash) : null
  return { files, contentHash, body, rendered: await ctx.inspector.render(textsOf(kind, files)), proof }
}

async function proven(ctx: Context, demo: ProvenDemo, contentHash: string): Promise<Proof> {
  const proof = await ctx.inspector.prove(demo.source)
  if (proof.status === 'proven') return { ...proof, contentHash }
  const message =
    proof.status === 'failed'
      ? 'The proof found ways through this demo that do not work.'
      : 'The proof ran out of its budget before it had seen everything.'
  throw refused('proof', message, proofProblems(proof, demo))
}

/** The refusal of a document that has errors. */
export function refusedByCheck(errors: FileProblem[]): DomainError {
  return refused('check', `${errors.length} to correct before publishing`, errors)
}

function refused(stage: RefusedPublishing['stage'], message: string, problems: FileProblem[]): DomainError {
  const details: RefusedPublishing = { stage, problems }
  return new DomainError('proof-failed', message, details)
}

/** Every MDX text, by `<guide>.<locale>` or `<locale>`. */
function textsOf(kind: DocumentKind, files: DocumentFiles): MdxText[] {
  return Object.entries(files).flatMap(([file, text]): MdxText[] => {
    const part = partOf(kind, file)
    if (!part || part.part === 'source') return []
    const { locale } = part
    const isGuide = part.part === 'guide'
    return [{ name: isGuide ? `${part.name}.${locale}` : locale, locale, text, isGuide }]
  })
}
