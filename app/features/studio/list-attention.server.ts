import { listDocumentSummaries, listDrafts } from '#db/queries/documents'
import type { DocumentRow } from '#db/queries/documents'
import type { FileProblem } from '~/domain/content/checks/file-problem'
import type { DocumentSummary } from '~/domain/content/document-summary'
import type { Proof } from '~/domain/demo/prove'
import { permit } from '~/server/context'
import type { Context, VerbArgs } from '~/server/context'
import type { AttentionItem } from './attention-item'
import { withDraftTitles } from './list-documents.server'
import { readLiveLinks } from './live-links.server'
import type { LiveLinks } from './live-links.server'
import { surroundingsIn } from './surroundings.server'

/** The documents that need somebody, the most urgent first. Retired ones rest. */
export async function listAttention({ ctx }: Pick<VerbArgs<void>, 'ctx'>): Promise<AttentionItem[]> {
  permit(ctx, 'documents.read')
  const [summaries, drafts] = await Promise.all([listDocumentSummaries(ctx.db), listDrafts(ctx.db)])
  const titled = await withDraftTitles(ctx, summaries)
  const byId = new Map(titled.map((summary) => [summary.id, summary]))
  const proofs = await ctx.inspector.knownProofs(
    drafts.flatMap((draft) => draft.draftFiles['demo.yaml'] ?? []),
  )
  const links = await readLiveLinks(ctx.db, ctx)
  const items: AttentionItem[] = []
  for (const draft of drafts.filter((one) => one.status !== 'retired')) {
    const document = byId.get(draft.id)
    if (document) items.push(await inspect(ctx, draft, document, { proofs, links }))
  }
  return items.filter(needsSomebody).sort((a, b) => urgency(b) - urgency(a))
}

async function inspect(
  ctx: Context,
  draft: DocumentRow,
  document: DocumentSummary,
  { proofs, links }: { proofs: Map<string, Proof>; links: LiveLinks },
): Promise<AttentionItem> {
  // A check may take some milliseconds when it is the first of its files: other requests go between.
  await new Promise((resolve) => setImmediate(resolve))
  const { kind, slug, draftFiles } = draft
  const { problems } = ctx.inspector.check(kind, slug, draftFiles, surroundingsIn(links, draft))
  const count = (matches: (problem: FileProblem) => boolean) => problems.filter(matches).length
  const missing = (problem: FileProblem) => problem.code === 'missing-locale'
  return {
    document,
    errors: count((problem) => problem.severity === 'error'),
    proofFailed: proofs.get(draft.draftFiles['demo.yaml'] ?? '')?.status === 'failed',
    missingTexts: count(missing),
    warnings: count((problem) => problem.severity === 'warning' && !missing(problem)),
    unpublished: document.draftDiffers,
  }
}

function needsSomebody(item: AttentionItem): boolean {
  return item.errors > 0 || item.proofFailed || item.missingTexts > 0 || item.warnings > 0 || item.unpublished
}

function urgency(item: AttentionItem): number {
  const live = item.document.status === 'published'
  return (
    (item.errors > 0 || item.proofFailed ? 8 : 0) +
    (item.unpublished ? 4 : 0) +
    (item.missingTexts > 0 ? 2 : 0) +
    (live ? 1 : 0)
  )
}
