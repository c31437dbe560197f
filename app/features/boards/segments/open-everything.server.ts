import type { Context } from '~/platform/context/context'
import { boardQuerySchema, type SimulatedChoice } from '../filter/board-query'
import { openView } from '../filter/open-view.server'
import { readChoices } from '../funnels/open-funnel.server'

/** A view of all trials, with the names of what rules may name. */
export async function openEverything(ctx: Context, simulated?: SimulatedChoice) {
  const view = await openView(ctx, boardQuerySchema.parse({ range: 'all', simulated }))
  const { choices, names } = await readChoices(ctx, view)
  return { view, choices, names }
}
