import { isInSet } from '../set-membership'
import type { MeasureClock, MeasuredTrial } from '../measured-trial'
import type { Touch } from './touch'

/** What is counted of a channel: arrivals, whoever arrived or tried something by it, and what they did. */
export interface ChannelCounts {
  touches: number
  visitors: number
  trials: number
  finished: number
  asked: number
}

/** The oracle: counts trials by the channel that they began by, and touches by their own. */
export function countChannels(
  trials: readonly MeasuredTrial[],
  touches: readonly (Touch & { visitorId: string })[],
  clock: MeasureClock,
): Map<string, ChannelCounts> {
  const channels = new Set([...trials, ...touches].map(({ channel }) => channel))
  return new Map(
    [...channels].map((channel) => {
      const own = trials.filter((row) => row.channel === channel)
      const arrivals = touches.filter((touch) => touch.channel === channel)
      const size = (name: 'finished' | 'asked') => own.filter((row) => isInSet({ name }, row, clock)).length
      const visitors = new Set([...own, ...arrivals].map(({ visitorId }) => visitorId)).size
      const counts = { touches: arrivals.length, visitors, trials: own.length }
      return [channel, { ...counts, finished: size('finished'), asked: size('asked') }]
    }),
  )
}
