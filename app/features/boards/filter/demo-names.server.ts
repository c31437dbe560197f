import type { Demo } from '~/domain/demo/format/schema'
import type { State } from '~/domain/demo/format/schema-machine'
import type { Text } from '~/domain/text'
import { localize } from '~/domain/text'
import type { Context } from '~/platform/context/context'
import type { DemoNames } from '../figures/board-views'
import { revisionOf } from './demo-of.server'

/** Names from a demo and from the plan table that is live. */
export async function readNames(ctx: Context, demo: Demo): Promise<DemoNames> {
  const say = (text: Text) => localize(text, ctx.locale)
  const named = <Value>(record: Record<string, Value>, textOf: (value: Value) => Text | undefined) =>
    Object.fromEntries(
      Object.entries(record).map(([id, value]) => {
        const text = textOf(value)
        return [id, text ? say(text) : id]
      }),
    )
  return {
    title: say(demo.title),
    states: named(allStates(demo.machine.states), (state) => state.title),
    tasks: named(demo.tasks, (task) => task.title),
    roles: named(demo.roles, (role) => role.name),
    plans: await planNames(ctx),
  }
}

/** Names for several demos, from their live or last live revision. */
export async function demoNamesOf(ctx: Context, slugs: Iterable<string>): Promise<Record<string, DemoNames>> {
  const entries = [...slugs].map(async (slug): Promise<[string, DemoNames]> => {
    const revision = await revisionOf(ctx, slug)
    return [slug, revision ? await readNames(ctx, revision.demo) : await unnamed(ctx, slug)]
  })
  return Object.fromEntries(await Promise.all(entries))
}

async function unnamed(ctx: Context, slug: string): Promise<DemoNames> {
  return { title: slug, states: {}, tasks: {}, roles: {}, plans: await planNames(ctx) }
}

async function planNames(ctx: Context): Promise<Record<string, string>> {
  const plans = (await ctx.content.published('plans', 'plans'))?.body.plans ?? []
  return Object.fromEntries(plans.map((plan) => [plan.id, localize(plan.name, ctx.locale)]))
}

function allStates(states: Record<string, State>): Record<string, State> {
  const nested = Object.values(states).map((state) => allStates(state.states ?? {}))
  return Object.assign({}, states, ...nested)
}
