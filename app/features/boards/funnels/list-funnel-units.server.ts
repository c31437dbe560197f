import { countInList } from '~/domain/insight/funnel/funnel-question'
import { verb } from '~/platform/verb/verb'
import { funnelListSchema } from './funnel-params'
import type { FunnelListBoard } from './funnel-views'
import { funnelInput, openFunnel, readChoices } from './open-funnel.server'

const PAGE_LENGTH = 50

/** The visitors, trials or accounts behind one number of a funnel, a page at a time. */
export const listFunnelUnits = verb(
  { permission: 'trials.read', input: funnelInput(funnelListSchema) },
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
