import { addDays, type Day } from '~/domain/day'

interface SimulatedCost {
  channel: string
  source: string
  campaign: string
  firstDay: Day
  lastDay: Day
  value: number
  currency: string
  reference: string
}

/** By source and campaign of the simulated visitors, what is paid for thirty days. */
const PAID: readonly (readonly [channel: string, source: string, campaign: string, value: number])[] = [
  ['paid', 'google', 'order-to-cash', 1_450],
  ['paid', 'google', 'wholesale-software', 1_180],
  ['email', 'newsletter', '', 220],
  ['social', 'linkedin', 'founders', 960],
]

const DAYS = 30

/** What simulated visitors cost from one day to another, in whole periods of thirty days. */
export function simulateCosts({
  first,
  last,
  currency,
}: Record<'first' | 'last', Day> & { currency: string }): SimulatedCost[] {
  const starts: Day[] = []
  for (let start = first; start <= last; start = addDays(start, DAYS)) starts.push(start)
  return starts.flatMap((firstDay) =>
    PAID.map(([channel, source, campaign, value]) => ({
      ...{ channel, source, campaign, value, currency, reference: '' },
      ...{ firstDay, lastDay: addDays(firstDay, DAYS - 1) },
    })),
  )
}
