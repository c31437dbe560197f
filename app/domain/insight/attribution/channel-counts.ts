import { isInSet } from '../set-membership'
import { groupBy } from '../group-by'
import type { MeasureClock, MeasuredTrial } from '../measured-trial'
import { formatPath, pathOfPlace, type ChannelPlace, type Placed } from './channel-place'
import type { Touch } from './touch'

/** What is counted of a channel, a source or a campaign: arrivals, trials, and what these came to. */
export interface ChannelCounts {
  touches: number
  trials: number
  finished: number
  asked: number
}

export const NO_COUNTS: ChannelCounts = { touches: 0, trials: 0, finished: 0, asked: 0 }

export function addCounts(parts: readonly ChannelCounts[]): ChannelCounts {
  const sum = (count: keyof ChannelCounts) => parts.reduce((total, part) => total + part[count], 0)
  return { touches: sum('touches'), trials: sum('trials'), finished: sum('finished'), asked: sum('asked') }
}

/** The oracle: counts trials by what they began by, and touches by their own. */
export function countChannels(
  trials: readonly MeasuredTrial[],
  touches: readonly (Touch & ChannelPlace)[],
  clock: MeasureClock,
): Placed<ChannelCounts>[] {
  const counted = [
    ...trials.map((row) => ({ place: placeOfTrial(row), ...NO_COUNTS, ...countTrial(row, clock) })),
    ...touches.map(({ channel, source, campaign }) => ({
      ...{ place: { channel, source, campaign }, ...NO_COUNTS, touches: 1 },
    })),
  ]
  const places = groupBy(counted, ({ place }) => formatPath(pathOfPlace(place)))
  return [...places.values()].flatMap((own) =>
    own.slice(0, 1).map(({ place }) => ({ place, ...addCounts(own) })),
  )
}

const placeOfTrial = ({ channel, touch }: MeasuredTrial): ChannelPlace => ({
  channel,
  source: touch?.source ?? null,
  campaign: touch?.campaign ?? null,
})

function countTrial(row: MeasuredTrial, clock: MeasureClock) {
  const isIn = (name: 'finished' | 'asked') => Number(isInSet({ name }, row, clock))
  return { trials: 1, finished: isIn('finished'), asked: isIn('asked') }
}
