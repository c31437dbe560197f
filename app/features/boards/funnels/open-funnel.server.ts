import { readFilterChoices } from '#db/columns/boards/filter-choices'
import { z } from 'zod'
import { localize } from '~/domain/text'
import type { Context } from '~/platform/context/context'
import { readQuery } from '~/platform/http/read-query'
import { demoNamesOf } from '../filter/demo-names.server'
import { openView } from '../filter/open-view.server'
import type { FunnelParams, funnelListSchema, funnelParamsSchema } from './funnel-params'
import { funnelQueryOf, readRules } from './funnel-params'

/** The parameters of an address, with the rules that stand in it. */
export const funnelInput = <Schema extends typeof funnelParamsSchema | typeof funnelListSchema>(
  schema: Schema,
) =>
  z.record(z.string(), z.unknown()).transform((parameters) => ({
    ...readQuery(schema, parameters),
    rules: readRules(parameters),
  }))

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
  const [choices, published, shown] = await Promise.all([
    readFilterChoices(reader, scope),
    ctx.content.list('demo'),
    ctx.content.list('message'),
  ])
  const messages = Object.fromEntries(shown.map(({ slug, body }) => [slug, localize(body.title, ctx.locale)]))
  const demos = new Set([...choices.demos, ...published.map((one) => one.slug)])
  return { choices, messages, names: await demoNamesOf(ctx, demos) }
}
