import type { Choice } from '~/domain/content/choices'
import { findFeature } from '~/domain/content/plans'
import type { Feature, Plans } from '~/domain/content/plans'
import type { CompiledDemo } from '~/domain/demo/engine/compile'
import type { Proof } from '~/domain/demo/proof/proof'
import { idealSteps } from '~/domain/demo/engine/score'
import type { IdealPath } from '~/domain/demo/engine/score'
import type { Locale } from '~/domain/text'
import { localize } from '~/domain/text'
import { namedChoice } from './choice-name'
import type { DemoCard, DemoDetail, PlanWay, OutlineStep } from './demo-card'

/** The sources of a demo's description: its published revision, the plan table and the scenarios. */
export interface DemoSource {
  compiled: CompiledDemo
  proof: Proof | null
  plans: Plans | null
  scenarios: readonly Choice[]
  locale: Locale
}

const planOf = (plans: Plans | null, id: string) => plans?.plans.find((plan) => plan.id === id)

/** The name of a plan in the visitor's language; its id if the plan table lacks it. */
function planName(plans: Plans | null, id: string, locale: Locale): string {
  return localize(planOf(plans, id)?.name ?? {}, locale) || id
}

/** The ideal way on a plan from the first start role that has one. */
function idealOn(proof: Proof | null, plan: string): IdealPath | null {
  return proof?.runs.find((each) => each.plan === plan && each.ideal !== null)?.ideal ?? null
}

/** The ideal way on a plan from the first start role that has one, each state by name and person. */
function wayOf({ compiled, locale, proof }: DemoSource, plan: string): OutlineStep[] {
  return (idealOn(proof, plan)?.path ?? []).map((id) => {
    const state = compiled.states.get(id)
    return { title: localize(state?.title ?? {}, locale) || id, role: state?.role ?? null }
  })
}

/** The catalogue entry of a demo. */
export function describeDemo(source: DemoSource): DemoCard {
  const { plans, locale } = source
  const { demo } = source.compiled
  return {
    slug: demo.slug,
    title: localize(demo.title, locale),
    summary: localize(demo.summary, locale),
    scenario: namedChoice(source.scenarios, demo.scenario, locale),
    audience: demo.audience ?? [],
    minutes: demo.minutes,
    plans: demo.plans.map((id) => ({ id, name: planName(plans, id, locale) })),
    roles: Object.entries(demo.roles).map(([id, role]) => ({
      id,
      name: localize(role.name, locale),
      person: role.person ?? null,
    })),
    done: Object.values(demo.tasks)
      .filter((task) => !task.optional && !task.offered)
      .map((task) => localize(task.title, locale)),
    way: wayOf(source, demo.plans[demo.plans.length - 1] ?? ''),
  }
}

function planWay(source: DemoSource, id: string): PlanWay {
  const { plans, locale } = source
  const way = wayOf(source, id)
  const tagline = localize(planOf(plans, id)?.tagline ?? {}, locale)
  return { id, name: planName(plans, id, locale), tagline, steps: idealSteps(idealOn(source.proof, id)), way }
}

/** Ids of the features that some state, task or entitlement of the demo shows, in the order of the chart. */
function featuresShown({ demo, states }: CompiledDemo): string[] {
  const ofEntitlements = Object.values(demo.entitlements ?? {}).map((one) => one.feature ?? null)
  const ofStates = [...states.values()].map((state) => state.feature)
  const ofTasks = Object.values(demo.tasks).map((task) => task.feature ?? null)
  return [...new Set([...ofStates, ...ofTasks, ...ofEntitlements])].filter((id) => id !== null)
}

/** Whether the plans of a demo have different values of a feature: `By hand` here and included there. */
function differs(feature: Feature, plans: readonly string[], locale: Locale): boolean {
  const said = plans.map((plan) => {
    const value = feature.values[plan] ?? false
    return typeof value === 'object' ? localize(value, locale) : value
  })
  return new Set(said).size > 1
}

/** The data of the demo's own page. */
export function describeFully(source: DemoSource): DemoDetail {
  const { compiled, plans, locale } = source
  const features = featuresShown(compiled).flatMap((id) => {
    const feature = plans && findFeature(plans, id)
    return feature && differs(feature, compiled.demo.plans, locale)
      ? [{ id, name: localize(feature.name, locale) }]
      : []
  })
  return {
    ...describeDemo(source),
    tasks: Object.entries(compiled.demo.tasks).map(([id, task]) => ({
      id,
      title: localize(task.title, locale),
      optional: task.optional ?? false,
      later: task.offered !== undefined,
    })),
    startRoles: [...compiled.startRoles],
    stateTitles: Object.fromEntries(
      [...compiled.states.values()].flatMap(({ id, title, final }) =>
        final ? [] : [[id, localize(title ?? {}, locale) || id]],
      ),
    ),
    planWays: compiled.demo.plans.map((id) => planWay(source, id)),
    features,
  }
}
