import { listOpenFarms } from '#db/queries/farms'
import { isPermitted } from '~/platform/context/is-permitted'
import { verb } from '~/platform/verb/verb'
import type { FarmView } from './farm-view'

/** Sign-up farms that nobody dismissed. */
export const listFarms = verb(
  { permission: 'boards.read' },
  async ({ ctx }): Promise<{ farms: FarmView[]; mayDismiss: boolean }> => {
    const found = await listOpenFarms(ctx.reports)
    return {
      farms: found.map(({ id, kind, mark, foundAt, trials }) => ({
        ...{ id, kind, foundAt, trials },
        domain: kind === 'domain' ? mark : null,
      })),
      mayDismiss: isPermitted(ctx, 'trials.judge'),
    }
  },
)
