import { z } from 'zod'
import type { CompareOptions, Comparison } from '~/domain/demo/compare/compare'
import { compare } from '~/domain/demo/compare/compare'
import type { IdealPath } from '~/domain/demo/engine/score'
import type { Ways } from '~/domain/demo/engine/way/ways'
import type { ScreenView } from '~/domain/demo/screen/view'
import { DomainError } from '~/domain/errors'
import { isStorableText } from '~/domain/json'
import { localize } from '~/domain/text'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import type { Context } from '~/platform/context/context'
import { servedTo } from '~/platform/content/served-content'
import { verb } from '~/platform/verb/verb'
import { choosePlans } from './choose-plans'
import type { ComparisonView } from './comparison-view'
import { Describer } from './describe-comparison'
import { describeDifferences } from './describe-differences'
import { loneScreens } from './lone-screens'

/** A trial of this visitor, as far as a comparison needs it. */
export interface ComparedTrial {
  id: string
  revisionId: string
  start: { plan: string; role: string; seed: string; startedAt: number }
  events: TraceEvent[]
}

/** Of an address that anybody can write: what cannot be a name is none. */
const hearsay = z
  .string()
  .nullable()
  .transform((text) => (text !== null && isStorableText(text) ? text : null))

const inputSchema = z.object({
  slug: z.string(),
  /** `free,premium`, as in the URL. */
  plans: hearsay,
  /** The entitlement of the locked control that led here. */
  needs: hearsay,
  trial: z.custom<ComparedTrial>().nullable(),
})
type ComparisonInput = z.output<typeof inputSchema>

/** The start of a comparison that follows no trial: the same demo is compared alike every time. */
const IDEAL_START = { seed: 'compare', startedAt: Date.UTC(2026, 0, 5, 9) }

export type FoundComparison =
  | {
      status: 'published'
      view: ComparisonView
      /** By the index of their row: what is on screen where one plan alone asks for a step. */
      screens: Record<number, ScreenView>
    }
  /** The demo has one plan only. */
  | { status: 'one-plan'; slug: string; title: string }

/**
 * The same process on two plans: with the inputs of the visitor's trial, on the revision that it began on, else each plan's
 * ideal way through what is published.
 * @throws DomainError `not-found` when no such demo is published, `gone` when it is retired
 */
export const readComparison = verb(
  { permission: 'anyone', input: inputSchema },
  async ({ ctx, input }): Promise<FoundComparison> => {
    const { slug, trial } = input
    const revisionId = trial?.revisionId ?? (await publishedRevision(ctx, slug))
    const compiled = await ctx.trials.compiled(revisionId)
    const { demo } = compiled
    const plans = choosePlans(demo.plans, { asked: input.plans, tried: trial?.start.plan ?? null })
    if (plans === null) return { status: 'one-plan', slug, title: localize(demo.title, ctx.locale) }
    const start = { ...IDEAL_START, role: compiled.startRoles[0] ?? '', ...trial?.start }
    const found = await proofsOf(
      ctx,
      revisionId,
      new Set([...plans, ...(trial ? [trial.start.plan] : [])]),
      start.role,
    )
    const options = { ...start, plans, ...found, ...(trial && { tried: trial.start.plan }) }
    const comparison = compare(compiled, options, trial?.events ?? null)
    const names = await planNames(ctx, demo.plans)
    return {
      status: 'published',
      view: viewOf(comparison, input, new Describer(comparison, ctx.locale, names)),
      screens: loneScreens(comparison, ctx.locale),
    }
  },
)

/** What the proof found of each plan. */
async function proofsOf(
  ctx: Context,
  revisionId: string,
  plans: ReadonlySet<string>,
  role: string,
): Promise<Required<Pick<CompareOptions, 'ideal' | 'ways'>>> {
  const ideals = new Map<string, IdealPath | null>()
  const ways = new Map<string, Ways | null>()
  for (const plan of plans) {
    ideals.set(plan, await ctx.trials.ideal(revisionId, plan, role))
    ways.set(plan, await ctx.trials.ways(revisionId, plan, role))
  }
  return { ideal: (plan) => ideals.get(plan) ?? null, ways: (plan) => ways.get(plan) ?? null }
}

function viewOf(
  comparison: Comparison,
  { slug, trial, needs }: ComparisonInput,
  describer: Describer,
): ComparisonView {
  return {
    slug,
    title: describer.title,
    inputs: trial ? 'trial' : 'ideal',
    trialId: trial?.id ?? null,
    plans: describer.plans(),
    left: describer.side(comparison.left),
    right: describer.side(comparison.right),
    rows: describer.rows(),
    ...describeDifferences(comparison, describer.locale),
    tasks: describer.tasks(),
    needs: describer.entitlement(needs),
  }
}

async function publishedRevision(ctx: Context, slug: string): Promise<string> {
  const revision = await servedTo(ctx).published('demo', slug)
  if (revision) return revision.revisionId
  const status = await ctx.content.status('demo', slug)
  if (status === 'retired') throw new DomainError('gone', `“${slug}” is no longer offered.`, { demo: slug })
  throw new DomainError('not-found', `There is no demo “${slug}”.`, { demo: slug })
}

async function planNames(ctx: Context, plans: readonly string[]): Promise<Record<string, string>> {
  const table = (await ctx.content.published('plans', 'plans'))?.body.plans ?? []
  return Object.fromEntries(
    plans.map((id) => [id, localize(table.find((plan) => plan.id === id)?.name ?? {}, ctx.locale) || id]),
  )
}
