import { listSplitRows } from '#db/queries/splits'
import { workspaceTimeZone } from '~/platform/context/workspace-settings'
import { verb } from '~/platform/verb/verb'
import { splitView } from './split-views'
import type { SplitView } from './split-views'

/** Every traffic split, the newest first. */
export const listSplits = verb(
  { permission: 'boards.read' },
  async ({ ctx }): Promise<{ splits: SplitView[]; timeZone: string }> => ({
    splits: (await listSplitRows(ctx.db)).map(splitView),
    timeZone: await workspaceTimeZone(ctx),
  }),
)
