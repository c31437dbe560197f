import { z } from 'zod'
import { readQuery } from '~/platform/http/read-query'
import { verb } from '~/platform/verb/verb'
import { funnelParamsSchema, readRules } from './funnel-params'
import type { FunnelBoard } from './funnel-views'
import { openFunnel, readChoices } from './open-funnel.server'

const funnelInput = z.record(z.string(), z.unknown()).transform((parameters) => ({
  ...readQuery(funnelParamsSchema, parameters),
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
