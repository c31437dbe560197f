import { z } from 'zod'
import type { Executor } from '#db/client'
import { findDocument, lockDocument } from '#db/queries/documents'
import type { DocumentRow } from '#db/queries/documents'
import { findLiveRevision } from '#db/queries/revisions'
import type { DocumentKind } from '~/domain/content/kinds'
import { DomainError, isDomainError } from '~/domain/errors'
import { hashFiles } from '~/platform/content/content-hash'
import type { Audit } from '~/platform/audit/record-audit'
import type { Context } from '~/platform/context/context'
import { verb } from '~/platform/verb/verb'
import type { Need } from '~/platform/verb/verb'
import { statusAfter } from '../documents/find-or-refuse.server'
import { guardPublishedSettings } from '../checks/guard-settings.server'
import { lockLive } from '../checks/live-links.server'
import { prepareRevision, refusedByCheck } from './prepare-revision.server'
import type { PreparedRevision } from './prepare-revision.server'
import { ofDocument } from '../audit/of-document'
import { refuseSolePublishing } from '../review/four-eyes.server'
import { candidateOf, settleLive } from '../checks/refuse-dangling.server'
import { documentKeySchema } from '../schemas'
import { storeRevision } from './store-revision.server'

interface Named {
  kind: DocumentKind
  slug: string
}

const inputSchema = z.object({
  documents: z.array(z.object({ kind: documentKeySchema.shape.kind, slug: z.string() })).readonly(),
  note: z.string(),
})

export interface PushedDocument extends Named {
  outcome: 'created' | 'saved' | 'unchanged' | 'published' | 'refused'
  error?: DomainError
}

/** A draft that is ready to go live as it was when it was prepared. */
interface Ready extends Named {
  draft: DocumentRow
  prepared: PreparedRevision
}

/**
 * Publishes the drafts of these documents that differ from what is live, in one transaction: they may name one another. One
 * that is refused stops only those that need it. Retired documents rest. Gives what became of each that differs, by
 * `kind/slug`.
 */
export const publishTogether = verb(
  {
    permission: 'documents.publish',
    input: inputSchema,
    audit: ['document.publish'],
    mayNeed: ['privacy.manage'],
  },
  async ({ ctx, input: { documents, note }, audit, need }): Promise<Map<string, PushedDocument>> => {
    const outcomes = new Map<string, PushedDocument>()
    const report = ({ kind, slug }: Named, outcome: Omit<PushedDocument, 'kind' | 'slug'>) =>
      outcomes.set(`${kind}/${slug}`, { kind, slug, ...outcome })
    const ready: Ready[] = []
    for (const { kind, slug } of documents) {
      const made = await prepareDraft(ctx, { kind, slug })
      if (isDomainError(made)) report({ kind, slug }, { outcome: 'refused', error: made })
      else if (made) ready.push(made)
    }
    await ctx.db.transaction(async (tx) => {
      await lockLive(tx)
      const current = await holdUnchanged(tx, { ctx, need }, ready, (one, error) =>
        report(one, { outcome: 'refused', error }),
      )
      const { accepted, refused } = await settleLive(tx, ctx, current)
      for (const { candidate, problems } of refused) {
        report(candidate.of, { outcome: 'refused', error: refusedByCheck(problems) })
      }
      for (const { of } of accepted) {
        await publishReady(tx, ctx, audit, { ...of, note })
        report(of, { outcome: 'published' })
      }
    })
    ctx.content.refresh()
    return outcomes
  },
)

/** The draft made ready, the reason why it cannot be, or null when it is what is live or rests. */
async function prepareDraft(ctx: Context, named: Named): Promise<Ready | DomainError | null> {
  const draft = await findDocument(ctx.db, named.kind, named.slug)
  if (!draft || draft.status === 'retired') return null
  const live = await findLiveRevision(ctx.db, draft)
  if (live && hashFiles(live.files) === hashFiles(draft.draftFiles)) return null
  try {
    statusAfter(draft, 'publish')
    return { ...named, draft, prepared: await prepareRevision(ctx, named.kind, named.slug, draft.draftFiles) }
  } catch (error) {
    if (isDomainError(error)) return error
    throw error
  }
}

/** Those whose draft is still the one that was prepared, each held until the transaction ends. */
async function holdUnchanged(
  tx: Executor,
  { ctx, need }: { ctx: Context; need: Need<'privacy.manage'> },
  ready: readonly Ready[],
  refuse: (one: Ready, error: DomainError) => void,
) {
  const held: (ReturnType<typeof candidateOf> & { of: Ready })[] = []
  for (const one of ready) {
    const found = await lockDocument(tx, one.kind, one.slug)
    const error = await whyNot(tx, { ctx, need }, found, one)
    if (error) refuse(one, error)
    else held.push({ ...candidateOf(one, one.prepared), of: one })
  }
  return held
}

async function whyNot(
  tx: Executor,
  { ctx, need }: { ctx: Context; need: Need<'privacy.manage'> },
  found: DocumentRow | null,
  { draft, prepared }: Ready,
): Promise<DomainError | null> {
  if (found?.draftVersion !== draft.draftVersion || found.status !== draft.status)
    return new DomainError('conflict', 'The draft was changed by somebody else meanwhile.')
  try {
    await guardPublishedSettings(tx, need, found, prepared.files)
    await refuseSolePublishing(tx, ctx, found, prepared.contentHash)
    return null
  } catch (error) {
    if (isDomainError(error)) return error
    throw error
  }
}

async function publishReady(
  tx: Executor,
  ctx: Context,
  audit: Audit<'document.publish'>,
  { draft, prepared, note }: Ready & { note: string },
): Promise<void> {
  const { number } = await storeRevision(tx, ctx, draft, { ...prepared, note })
  await audit(
    tx,
    'document.publish',
    ofDocument(draft, {
      revision: number,
      draftVersion: draft.draftVersion,
      note,
    }),
  )
}
