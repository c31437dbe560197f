import { z } from 'zod'
import { findSavedQuery } from '#db/queries/saved-queries'
import { DomainError } from '~/domain/errors'
import type { FunnelBody } from '~/domain/insight/saved-query'
import { verb } from '~/platform/verb/verb'
import type { FunnelBoard } from './funnel-views'
import { readFunnel } from './read-funnel.server'

/** The figures of a saved funnel as it was saved last. @throws DomainError `not-found` */
export const openSavedFunnel = verb(
  { permission: 'boards.read', input: z.object({ id: z.string() }) },
  async ({ ctx, input: { id } }): Promise<FunnelBoard> => {
    const found = z.uuid().safeParse(id).success ? await findSavedQuery(ctx.db, id) : null
    if (found?.kind !== 'funnel') throw new DomainError('not-found', 'There is no such funnel.')
    const seen = String(found.version)
    return readFunnel({ ctx, input: { ...(found.body as FunnelBody), saved: found.id, seen } })
  },
)
