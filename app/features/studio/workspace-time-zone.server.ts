import type { Context } from '~/server/context'

/** The time zone in which the studio tells times: the workspace's, or UTC before settings are there. */
export async function workspaceTimeZone(ctx: Context): Promise<string> {
  return (await ctx.content.published('settings', 'settings'))?.body.timeZone ?? 'UTC'
}
