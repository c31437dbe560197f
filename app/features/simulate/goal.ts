import type { Run } from '~/domain/demo/run'
import type { SimulatedConversion } from './driver'
import type { Random } from './random'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS

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

export interface Intent {
  conversion: Omit<SimulatedConversion, 'id'>
  /** After the end of the last trial. */
  delayMs: number
}

/** Whether and when somebody converts: soon after, or weeks later, a few after the usual window has closed. */
export function intentOf(ends: readonly Run[], random: Random): Intent | null {
  const last = ends.at(-1)
  if (!last || !random.chance(likelihood(ends))) return null
  const goal = random.pick([
    ['quote', 45],
    ['sign-up', 43],
    ['purchase', 12],
  ] as const)
  const delayMs = random.chance(0.55) ? random.around(0.7 * HOUR_MS, 0.9) : random.around(6 * DAY_MS, 1)
  const name = random.one(NAMES)
  const email = `${name.split(' ')[0]?.normalize('NFD').replace(/\W/g, '').toLowerCase()}@simulated.example`
  const contact = { name, email, company: random.one(COMPANIES), message: '' }
  return { conversion: { goal, contact }, delayMs: Math.round(Math.max(60_000, delayMs)) }
}

function likelihood(ends: readonly Run[]): number {
  const finished = ends.filter((run) => run.outcome === 'success')
  if (finished.length === 0) return 0.02
  return (finished.some((run) => run.plan !== 'free') ? 0.17 : 0.09) + 0.05 * (ends.length - 1)
}
