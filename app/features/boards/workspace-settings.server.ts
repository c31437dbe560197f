import type { Settings } from '~/domain/content/settings'
import type { Context } from '~/server/context'

/** The settings that boards go by. */
type BoardSettings = Pick<Settings, 'timeZone' | 'conversionWindowDays'>

/** They hold until a settings document is published. */
const UNSET: BoardSettings = { timeZone: 'UTC', conversionWindowDays: 30 }

export async function workspaceSettings(ctx: Context): Promise<BoardSettings> {
  return (await ctx.content.published('settings', 'settings'))?.body ?? UNSET
}
