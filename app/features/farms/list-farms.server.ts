import { listOpenFarms } from '#db/queries/farms'
import { isAllowed } from '~/domain/access/permissions'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'
import type { FarmView } from './farm-view'

/** Sign-up farms that nobody dismissed. @throws DomainError `unauthenticated` or `forbidden` without `boards.read` */
export async function listFarms({
  ctx,
}: Pick<VerbArgs<never>, 'ctx'>): Promise<{ farms: FarmView[]; mayDismiss: boolean }> {
  permit(ctx, 'boards.read')
  const found = await listOpenFarms(ctx.reports)
  const { actor } = ctx
  return {
    farms: found.map(({ id, kind, mark, foundAt, trials }) => ({
      ...{ id, kind, foundAt, trials },
      domain: kind === 'domain' ? mark : null,
    })),
    mayDismiss: actor.kind === 'staff' && isAllowed(actor.roles, 'trials.judge'),
  }
}
