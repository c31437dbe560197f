import { readFilterChoices } from '#db/columns/boards/filter-choices'
import { z } from 'zod'
import { countInList } from '~/domain/insight/funnel/funnel-question'
import type { Context } from '~/platform/context/context'
import { readQuery } from '~/platform/http/read-query'
import { verb } from '~/platform/verb/verb'
import { demoNamesOf } from '../filter/demo-names.server'
import { openView } from '../filter/open-view.server'
import type { FunnelParams } from './funnel-params'
import { funnelListSchema, funnelParamsSchema, funnelQueryOf, readRules } from './funnel-params'
import type { FunnelBoard, FunnelListBoard } from './funnel-views'

const PAGE_LENGTH = 50

const funnelInput = z.record(z.string(), z.unknown()).transform((parameters) => ({
  ...readQuery(funnelParamsSchema, parameters),
  rules: readRules(parameters),
}))

const listInput = z.record(z.string(), z.unknown()).transform((parameters) => ({
  ...readQuery(funnelListSchema, parameters),
  rules: readRules(parameters),
}))

/** How many went through the steps of a funnel, and how long it took. */
export const readFunnel = verb(
  { permission: 'boards.read', input: funnelInput },
  async ({ ctx, input: { leftOut, ...asked } }): Promise<FunnelBoard> => {
    const { view, question } = await openFunnel(ctx, asked)
    const { query, period } = view
    const [{ result }, named] = await Promise.all([view.funnel(question), readChoices(ctx, view)])
    return { query, rules: asked.rules, leftOut, period, ...named, result }
  },
)

/** The visitors, trials or accounts behind one number of a funnel, a page at a time. */
export const listFunnelUnits = verb(
  { permission: 'trials.read', input: listInput },
  async ({ ctx, input: { leftOut, ...asked } }): Promise<FunnelListBoard> => {
    const { view, question } = await openFunnel(ctx, asked)
    const { query, period } = view
    const page = asked.query.page ?? 1
    const list = { list: asked.query.list ?? ('reached' as const), step: asked.query.at ?? 1 }
    const at = { ...list, limit: PAGE_LENGTH, offset: (page - 1) * PAGE_LENGTH }
    const [{ result, units }, named] = await Promise.all([
      view.funnel({ ...question, page: at }),
      readChoices(ctx, view),
    ])
    const count = countInList(
      result.steps.map((step) => step.count),
      list,
    )
    const pages = Math.max(1, Math.ceil(count / PAGE_LENGTH))
    return { query, rules: asked.rules, leftOut, period, ...named, result, list, page, pages, count, units }
  },
)

async function openFunnel(
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

async function readChoices(ctx: Context, { reader, scope }: Awaited<ReturnType<typeof openFunnel>>['view']) {
  const [choices, published] = await Promise.all([readFilterChoices(reader, scope), ctx.content.list('demo')])
  const demos = new Set([...choices.demos, ...published.map((one) => one.slug)])
  return { choices, names: await demoNamesOf(ctx, demos) }
}
