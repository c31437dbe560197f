import type { SimulatedVisitor } from './driver'
import type { Home } from './home'
import type { Random } from './random'

/** How a simulated visitor behaves in a trial. */
export interface Temper {
  /** Probability of the right step, 0 to 1. */
  skill: number
  /** Probability of asking for a hint at a hard step. */
  asksForHelp: number
  /** Multiplies every probability of giving up. */
  impatience: number
  /** Multiplies every reading time. */
  slowness: number
}

export interface Persona {
  visitor: SimulatedVisitor
  temper: Temper
  timeZone: string
}

type Touch = SimulatedVisitor['touch']

const TOUCHES: readonly (readonly [Touch, number])[] = [
  [{}, 26],
  [{ referrer: 'https://www.google.com/' }, 22],
  [{ referrer: 'https://www.bing.com/' }, 4],
  [{ referrer: 'https://www.baidu.com/' }, 4],
  [{ source: 'google', medium: 'cpc', campaign: 'order-to-cash' }, 12],
  [{ source: 'google', medium: 'cpc', campaign: 'wholesale-software' }, 7],
  [{ source: 'newsletter', medium: 'email', campaign: 'spring' }, 10],
  [{ source: 'linkedin', medium: 'social', campaign: 'founders' }, 8],
  [{ referrer: 'https://www.softwarefinder.example/wholesale' }, 7],
]

const DEVICES: readonly (readonly [SimulatedVisitor['device'], number])[] = [
  ['desktop', 70],
  ['phone', 23],
  ['tablet', 7],
]

/**
 * A new visitor who starts at that time. People on phones lose patience sooner; people from paid search know less
 * what they want.
 */
export function makePersona(
  { key, home, firstSeenAt }: { key: string; home: Home; firstSeenAt: number },
  random: Random,
): Persona {
  const touch = random.pick(TOUCHES)
  const device = random.pick(DEVICES)
  const visitor: SimulatedVisitor = {
    key,
    firstSeenAt,
    consents: random.chance(0.78),
    device,
    locale: home.locale,
    touch,
  }
  const hurried = (device === 'phone' ? 1.6 : 1) * (touch.medium === 'cpc' ? 1.3 : 1)
  const temper: Temper = {
    skill: Math.min(0.97, 0.72 + 0.25 * random.next()),
    asksForHelp: random.pick([
      [0, 45],
      [0.08, 40],
      [0.3, 15],
    ]),
    impatience: hurried * random.around(0.8, 0.5),
    slowness: random.around(device === 'phone' ? 1.25 : 1, 0.35),
  }
  return { visitor, temper, timeZone: home.timeZone }
}
