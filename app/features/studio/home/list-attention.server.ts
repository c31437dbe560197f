import { listDocumentSummaries, listDrafts } from '#db/queries/documents'
import type { DocumentRow } from '#db/queries/documents'
import type { FileProblem } from '~/domain/content/checks/file-problem'
import type { DocumentSummary } from '~/domain/content/document-summary'
import type { Proof } from '~/domain/demo/proof/prove'
import type { Context } from '~/platform/context/context'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { verb } from '~/platform/verb/verb'
import type { AttentionItem } from './attention-item'
import { withDraftTitles } from '../documents/list-documents.server'
import { readLiveLinks } from '../checks/live-links.server'
import { soon } from './soon.server'
import { checkContextIn } from '../checks/check-context.server'

export interface Attention {
  /** The most urgent first. */
  items: AttentionItem[]
  /** The number of drafts whose checks have not ended yet. */
  checking: number
}

/** The time that a page waits for new checks; one that is still running continues. */
const CHECKS_WITHIN_MS = 1_000

/** The documents that need attention, without retired ones. */
export const listAttention = verb({ permission: 'documents.read' }, async ({ ctx }): Promise<Attention> => {
  const [summaries, all] = await Promise.all([listDocumentSummaries(ctx.db), listDrafts(ctx.db)])
  const drafts = all.filter((one) => one.status !== 'retired')
  const byId = new Map((await withDraftTitles(ctx, summaries)).map((summary) => [summary.id, summary]))
  const proofs = await ctx.inspector.knownProofs(drafts.flatMap(demoSourceOf))
  const checked = await checkAll(ctx, drafts)
  const items = drafts.flatMap((draft) => {
    const [document, problems] = [byId.get(draft.id), checked.get(draft.id)]
    return document && problems ? [itemOf(draft, document, problems, proofs)] : []
  })
  return {
    items: items.filter(needsSomebody).sort((a, b) => urgency(b) - urgency(a)),
    checking: drafts.length - checked.size,
  }
})

const demoSourceOf = ({ draftFiles: { 'demo.yaml': source } }: DocumentRow): string[] =>
  source === undefined ? [] : [source]

/** The problems of the drafts by their ids, as far as they are known in time. One check runs at a time. */
async function checkAll(ctx: Context, drafts: DocumentRow[]): Promise<Map<string, FileProblem[]>> {
  const links = await readLiveLinks(ctx.db, ctx)
  const { locales } = await workspaceSettings(ctx)
  const end = Date.now() + CHECKS_WITHIN_MS
  const checked = new Map<string, FileProblem[]>()
  for (const { id, kind, slug, draftFiles } of drafts) {
    const around = checkContextIn(links, { kind, slug }, locales)
    const left = end - Date.now()
    if (left <= 0 && !ctx.inspector.hasChecked(kind, slug, draftFiles, around)) continue
    const found = await soon(ctx.inspector.check(kind, slug, draftFiles, around), Math.max(0, left))
    if (found) checked.set(id, found.problems)
  }
  return checked
}

function itemOf(
  draft: DocumentRow,
  document: DocumentSummary,
  problems: FileProblem[],
  proofs: Map<string, Proof>,
): AttentionItem {
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
