import { z } from 'zod'
import { findSavedQuery } from '#db/queries/saved-queries'
import { DomainError } from '~/domain/errors'
import type { FunnelBody } from '~/domain/insight/saved-query'
import type { SegmentGroup } from '~/domain/insight/segment/segment-rule'
import { verb } from '~/platform/verb/verb'
import { saveQuery } from './save-query.server'
import { savedIdSchema } from './saved-schemas'

/** Saves the same under another name. @throws DomainError `not-found`; as `saveQuery` */
export const duplicateSavedQuery = verb(
  { permission: 'boards.save', input: savedIdSchema.extend({ name: z.string() }) },
  async ({ ctx, input: { id, name } }): Promise<{ id: string }> => {
    const found = await findSavedQuery(ctx.db, id)
    if (!found) throw new DomainError('not-found', 'There is no such query.')
    const { kind, body } = found
    return kind === 'funnel'
      ? saveQuery({ ctx, input: { kind, name, body: body as FunnelBody } })
      : saveQuery({ ctx, input: { kind, name, body: body as SegmentGroup } })
  },
)
