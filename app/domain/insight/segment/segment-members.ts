import { DAY_MS } from '../../day'
import { SIMULATED_FLAG } from '../board-filter'
import { groupBy } from '../group-by'
import type { MeasuredTrial, TrialGoal } from '../measured-trial'
import type { ChosenSegment, SegmentCondition, SegmentFact, SegmentRule, TrialTraits } from './segment-rule'
import { isGroup } from './segment-rule'

/** What is known of a visitor. */
interface SegmentPerson {
  /** The trials that have no flag but that of simulated ones. */
  trials: readonly MeasuredTrial[]
  conversions: readonly TrialGoal[]
  asks: readonly TrialGoal[]
  /** The account that the visitor belongs to. */
  account: { domains: readonly string[]; people: number } | null
}

type Rule<Asked> = (person: SegmentPerson, condition: Asked, nowMs: number) => boolean

const CONDITIONS: { [Fact in SegmentFact]: Rule<Extract<SegmentCondition, { fact: Fact }>> } = {
  trials: ({ trials }, { atLeast, like }, nowMs) =>
    trials.filter((trial) => hasTraits(trial, like, nowMs)).length >= atLeast,
  'demos-finished': ({ trials }, { atLeast }) =>
    new Set(trials.filter(isFinished).map((trial) => trial.demoSlug)).size >= atLeast,
  returned: ({ trials }) => trials.length > 1,
  asked: ({ asks }, { goal }, nowMs) => hasGoal(asks, goal, nowMs),
  converted: ({ conversions }, { goal }, nowMs) => hasGoal(conversions, goal, nowMs),
  'account-known': ({ account }) => account !== null,
  'account-domain': ({ account }, { is }) => account?.domains.includes(is) ?? false,
  'account-people': ({ account }, { atLeast }) => account !== null && account.people >= atLeast,
}

const isFinished = (trial: MeasuredTrial): boolean => trial.outcome === 'success'

const hasGoal = (goals: readonly TrialGoal[], goal: TrialGoal['goal'] | undefined, nowMs: number): boolean =>
  goals.some((one) => (goal === undefined || one.goal === goal) && one.at.getTime() <= nowMs)

type TraitRule = (trial: MeasuredTrial, wanted: never, nowMs: number) => boolean

const is =
  (valueOf: (trial: MeasuredTrial) => string | null) =>
  (trial: MeasuredTrial, wanted: string): boolean =>
    valueOf(trial) === wanted

const TRAITS: Record<keyof TrialTraits, TraitRule> = {
  demo: is((trial) => trial.demoSlug),
  plan: is((trial) => trial.plan),
  role: is((trial) => trial.role),
  locale: is((trial) => trial.locale),
  device: is((trial) => trial.device),
  channel: is((trial) => trial.channel),
  source: is((trial) => trial.touch?.source ?? null),
  campaign: is((trial) => trial.touch?.campaign ?? null),
  ended: is((trial) => trial.outcome ?? 'open'),
  state: (trial, wanted: string) => trial.path.includes(wanted),
  task: (trial, wanted: string) => (trial.tasks[wanted] ?? null) !== null,
  scoreAtLeast: (trial, wanted: number) => trial.score !== null && trial.score >= wanted,
  starsAtLeast: (trial, wanted: number) => trial.stars !== null && trial.stars >= wanted,
  stepsAtLeast: (trial, wanted: number) => trial.steps >= wanted,
  withinDays: (trial, wanted: number, nowMs) => trial.startedAt.getTime() >= nowMs - wanted * DAY_MS,
}

function hasTraits(trial: MeasuredTrial, like: TrialTraits, nowMs: number): boolean {
  return Object.entries(like).every(
    ([trait, wanted]) =>
      wanted === undefined || TRAITS[trait as keyof TrialTraits](trial, wanted as never, nowMs),
  )
}

function holds(rule: SegmentRule, person: SegmentPerson, nowMs: number): boolean {
  if (isGroup(rule)) {
    const one = (inner: SegmentRule) => holds(inner, person, nowMs)
    if (rule.match === 'any') return rule.rules.some(one)
    return rule.match === 'all' ? rule.rules.every(one) : !rule.rules.some(one)
  }
  return (CONDITIONS[rule.fact] as Rule<SegmentCondition>)(person, rule, nowMs)
}

/** Flags keep a trial out of what is known of its visitor, whatever a board counts; simulated visitors have no others. */
const isKnown = (trial: MeasuredTrial): boolean => trial.flags.every((flag) => flag === SIMULATED_FLAG)

/**
 * The oracle: the visitors in a segment. Whoever has no trial without a flag is in none. A domain belongs to an account by
 * its id in `domains`.
 */
export function segmentMembers(
  rows: readonly MeasuredTrial[],
  { rule, nowMs }: ChosenSegment,
  domains: ReadonlyMap<string, readonly string[]> = new Map(),
): Set<string> {
  const people = peopleByAccount(rows)
  const visitors = [...groupBy(rows, (row) => row.visitorId)]
  return new Set(
    visitors.flatMap(([visitorId, own]) => {
      const trials = own.filter(isKnown)
      const at = own[0]?.account ?? null
      const person: SegmentPerson = {
        trials,
        conversions: own.flatMap((row) => row.conversions),
        asks: own.flatMap((row) => row.asks),
        account: at === null ? null : { domains: domains.get(at) ?? [], people: people.get(at) ?? 0 },
      }
      return trials.length > 0 && holds(rule, person, nowMs) ? [visitorId] : []
    }),
  )
}

function peopleByAccount(rows: readonly MeasuredTrial[]): Map<string, number> {
  const members = new Map(rows.map(({ visitorId, account }) => [visitorId, account]))
  const people = new Map<string, number>()
  for (const account of members.values())
    if (account !== null) people.set(account, (people.get(account) ?? 0) + 1)
  return people
}
