import type { Context } from '~/platform/context/context'
import { boardQuerySchema } from '../filter/board-query'
import { openView } from '../filter/open-view.server'
import { readChoices } from '../funnels/open-funnel.server'

/** A view of all trials, with the names of what rules may name. */
export async function openEverything(ctx: Context) {
  const view = await openView(ctx, boardQuerySchema.parse({ range: 'all' }))
  const { choices, names } = await readChoices(ctx, view)
  return { view, choices, names }
}
