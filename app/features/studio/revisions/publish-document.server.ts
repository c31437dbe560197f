import { verb } from '~/platform/verb/verb'
import { readOrRefuse, statusAfter } from '../documents/find-or-refuse.server'
import { refuseOtherVersion } from '../documents/refuse-other-version'
import { publishFiles } from './publish-files.server'
import { ofDocument } from '../audit/of-document'
import { publishSchema } from '../schemas'
import type { StoredRevisionNumber } from './store-revision.server'

/**
 * Publishes exactly the draft version named: checked, proven, rendered, stored as a new revision and live, or not at all.
 * @throws DomainError `conflict` when the draft changed meanwhile or is what is live already; `proof-failed` with the
 * problems and the steps that lead to them.
 */
export const publishDocument = verb(
  {
    permission: 'documents.publish',
    input: publishSchema,
    audit: ['document.publish'],
    mayNeed: ['privacy.manage'],
  },
  async ({ ctx, input: { draftVersion, note, ...named }, audit, need }): Promise<StoredRevisionNumber> => {
    const draft = await readOrRefuse(ctx.db, named)
    refuseOtherVersion(draft.draftVersion, draftVersion)
    statusAfter(draft, 'publish')
    return publishFiles({
      ...{ ctx, need, named, note, files: draft.draftFiles },
      refuse: (document) => refuseOtherVersion(document.draftVersion, draftVersion),
      record: (tx, document, { number }) =>
        audit(tx, 'document.publish', ofDocument(document, { revision: number, draftVersion, note })),
    })
  },
)
