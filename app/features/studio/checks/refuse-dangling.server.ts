import type { Executor } from '#db/client'
import type { DocumentKind } from '~/domain/content/kinds'
import { documentLinks } from '~/domain/content/references/document-links'
import { settleReferences } from '~/domain/content/references/settle-references'
import type { Candidate, Settled } from '~/domain/content/references/settle-references'
import type { Context } from '~/platform/context/context'
import { readLiveLinks } from './live-links.server'
import { refusedByCheck } from '../revisions/prepare-revision.server'
import type { PreparedRevision } from '../revisions/prepare-revision.server'

interface Named {
  kind: DocumentKind
  slug: string
}

type Content = Pick<PreparedRevision, 'files' | 'body'>

/** A document that can go live if its references are valid. */
export function candidateOf({ kind, slug }: Named, { files, body }: Content): Candidate {
  return { files, links: documentLinks(kind, slug, files, body as never) }
}

/**
 * Which of these may go live together, as the transaction sees what is live. The caller has locked what is live.
 */
export async function settleLive<One extends Candidate>(
  tx: Executor,
  ctx: Context,
  candidates: readonly One[],
): Promise<Settled<One>> {
  const { live, ...around } = await readLiveLinks(tx, ctx)
  return settleReferences(live, candidates, around)
}

/**
 * Refuses a change that would break a reference, its own or another document's. The caller has locked what is
 * live.
 * @throws DomainError `proof-failed` with `RefusedPublishing` as its details.
 */
export async function refuseDangling(
  tx: Executor,
  ctx: Context,
  named: Named,
  content: Content,
): Promise<void> {
  const { refused } = await settleLive(tx, ctx, [candidateOf(named, content)])
  const problems = refused.flatMap((one) => one.problems)
  if (problems.length > 0) throw refusedByCheck(problems)
}
