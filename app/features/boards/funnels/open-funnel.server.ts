import { readFilterChoices } from '#db/columns/boards/filter-choices'
import type { Context } from '~/platform/context/context'
import { demoNamesOf } from '../filter/demo-names.server'
import { openView } from '../filter/open-view.server'
import type { FunnelParams, readRules } from './funnel-params'
import { funnelQueryOf } from './funnel-params'

/** Opens the view of a funnel, and asks of it what the address says. */
export async function openFunnel(
  ctx: Context,
  { query, rules }: { query: FunnelParams; rules: ReturnType<typeof readRules> },
) {
  const view = await openView(ctx, query)
  const asked = { query: view.query, rules, range: view.range }
  return {
    view,
    question: { query: funnelQueryOf(asked), filter: view.scope.filter, rules: view.scope.rules },
  }
}

/** What the pickers offer, with names. */
export async function readChoices(
  ctx: Context,
  { reader, scope }: Awaited<ReturnType<typeof openFunnel>>['view'],
) {
  const [choices, published] = await Promise.all([readFilterChoices(reader, scope), ctx.content.list('demo')])
  const demos = new Set([...choices.demos, ...published.map((one) => one.slug)])
  return { choices, names: await demoNamesOf(ctx, demos) }
}
