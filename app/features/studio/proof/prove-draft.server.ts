import { verb } from '~/platform/verb/verb'
import { readOrRefuse } from '../documents/find-or-refuse.server'
import { proofView } from './proof-problems'
import type { ProofView } from './proof-problems'
import { documentKeySchema } from '../schemas'

/**
 * Explores the saved draft of a demo, or returns the known result; null when there are errors to correct first.
 * Takes at most the inspector's budget.
 * @throws DomainError `unavailable` when too many proofs wait.
 */
export const proveDraft = verb(
  { permission: 'documents.read', input: documentKeySchema },
  async ({ ctx, input: named }): Promise<ProofView | null> => {
    const { draftFiles } = await readOrRefuse(ctx.db, named)
    const { body } = await ctx.inspector.check(named.kind, named.slug, draftFiles)
    const source = draftFiles['demo.yaml']
    if (!body || !('demo' in body) || source === undefined) return null
    return proofView(await ctx.inspector.prove(source), { source, demo: body.demo, locale: ctx.locale })
  },
)
