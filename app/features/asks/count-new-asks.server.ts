import { countNewAsks as readCount } from '#db/queries/asks'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'

/** How many asks wait for an answer. @throws DomainError `unauthenticated` or `forbidden` without `asks.read` */
export async function countNewAsks({ ctx }: Pick<VerbArgs<never>, 'ctx'>): Promise<number> {
  permit(ctx, 'asks.read')
  return readCount(ctx.db)
}
