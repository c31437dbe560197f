import type { Goal } from '~/domain/insight/conversion-terms'
import type { Run } from '~/domain/demo/engine/run'
import type { SimulatedAsk, SimulatedContact } from './driver'
import { createRandom, type Random } from './random'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS
const SOONEST_MS = 60_000

const NAMES = [
  'Alex Moreau',
  'Jing Chen',
  'Marta Ruiz',
  'Sam Okafor',
  'Wei Zhang',
  'Lucía Vega',
  'Tom Becker',
]
const COMPANIES = ['Simulated Supply', 'Simulated Foods', 'Simulated Trading', 'Simulated Parts']

/** A goal that a visitor reaches, and how long after the end of their last trial. */
export type Intent = { delayMs: number } & (
  | { reportedBy: 'browser'; ask: Omit<SimulatedAsk, 'id' | 'trial'> }
  /** What a system such as the shop or the CRM reports is a conversion; what the browser reports is asked. */
  | { reportedBy: 'system'; goal: Goal }
)

/** How a trial ended, on which plan. */
export type TrialEnd = Pick<Run, 'outcome' | 'plan'>

/**
 * Chooses the goals a visitor reaches: for most none. Visitors who finished ask for a quote or an account more
 * often, and more so on the richer plan; most requests are confirmed about a day later, and some buy after days or
 * weeks. Hardly anybody buys without finishing.
 */
export function intentsOf(ends: readonly TrialEnd[], random: Random): Intent[] {
  const chances = chancesOf(ends)
  const intents: Intent[] = []
  let delayMs = 0
  if (random.chance(chances.ask)) {
    const goal = random.chance(0.55) ? 'quote' : 'sign-up'
    delayMs = after(0, random.chance(0.7) ? 0.3 * HOUR_MS : 2 * DAY_MS, random)
    intents.push({ reportedBy: 'browser', delayMs, ask: { goal, contact: contactOf(random) } })
    if (random.chance(0.75))
      intents.push({ goal, delayMs: after(delayMs, 1.2 * DAY_MS, random), reportedBy: 'system' })
  }
  if (random.chance(intents.length > 0 ? chances.buyAsAsked : chances.buy))
    intents.push({ goal: 'purchase', delayMs: after(delayMs, 9 * DAY_MS, random), reportedBy: 'system' })
  return intents
}

/** What a purchase is worth; some are told in another currency, and some without a value. The same for the same `seed`. */
export function purchaseValue(seed: string): { value?: number; currency?: string } {
  const random = createRandom(seed)
  if (random.chance(0.1)) return {}
  const currency = random.pick(CURRENCIES)
  return { value: Math.round(random.around(4_200, 0.6) / 10) * 10, currency }
}

const CURRENCIES = [
  ['USD', 75],
  ['EUR', 20],
  ['MXN', 5],
] as const

const after = (since: number, median: number, random: Random): number =>
  since + Math.round(Math.max(SOONEST_MS, random.around(median, 0.7)))

function chancesOf(ends: readonly TrialEnd[]): { ask: number; buy: number; buyAsAsked: number } {
  const finished = ends.filter((run) => run.outcome === 'success')
  if (finished.length === 0) return { ask: 0.02, buy: 0, buyAsAsked: 0.08 }
  const rich = finished.some((run) => run.plan !== 'free')
  const again = 0.05 * (ends.length - 1)
  return { ask: (rich ? 0.27 : 0.17) + again, buy: rich ? 0.035 : 0.015, buyAsAsked: rich ? 0.4 : 0.28 }
}

/** Every address is different, so that simulated visitors are not taken for one person. */
function contactOf(random: Random): SimulatedContact {
  const name = random.one(NAMES)
  const first = name.split(' ')[0]?.normalize('NFD').replace(/\W/g, '').toLowerCase()
  const email = `${first}.${random.whole(1, 99_999)}@simulated.example`
  return { name, email, company: random.one(COMPANIES), message: '' }
}
