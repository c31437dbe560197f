import { groupBy } from '../group-by'
import type { Amount, CurrencyRates } from '../value'
import { NO_COUNTS, addCounts, type ChannelCounts } from './channel-counts'
import { channelFigures, type ChannelFigures, type ChannelParts } from './channel-figures'
import { CHANNEL_LEVELS, type ChannelLevel } from './channel-level'
import { formatPath, pathOfPlace, type ChannelPath, type Placed } from './channel-place'
import { NO_CREDIT, addCredits, type CreditSum } from './credit-sums'

/** A row of the channels board with the rows that it opens. */
export interface ChannelNode {
  path: ChannelPath
  level: ChannelLevel
  figures: ChannelFigures
  nodes: ChannelNode[]
}

export interface ChannelTree {
  /** Of all channels. */
  whole: ChannelFigures
  /** Every channel that was counted, credited or paid for. */
  nodes: ChannelNode[]
}

/** What was paid for a channel, a source or a campaign as a whole. */
export interface PaidAmount extends Amount {
  path: ChannelPath
}

export interface ChannelInput {
  counts: readonly Placed<ChannelCounts>[]
  credits: readonly Placed<CreditSum>[]
  paid: readonly PaidAmount[]
  rates: CurrencyRates
}

interface Part extends ChannelParts {
  path: ChannelPath
}

/**
 * Channels, their sources, and the campaigns of those. A row is the sum of the rows that it opens, and of what was paid for
 * it as a whole.
 */
export function channelTree({ counts, credits, paid, rates }: ChannelInput): ChannelTree {
  const nothing = { counts: NO_COUNTS, credit: NO_CREDIT, paid: [] }
  const parts: Part[] = [
    ...counts.map(({ place, ...own }) => ({ ...nothing, path: pathOfPlace(place), counts: own })),
    ...credits.map(({ place, ...credit }) => ({ ...nothing, path: pathOfPlace(place), credit })),
    ...paid.map(({ path, ...amount }) => ({ ...nothing, path, paid: [amount] })),
  ]
  return { whole: sumParts(parts, rates), nodes: nodesOf(parts, 0, rates) }
}

function nodesOf(parts: readonly Part[], depth: number, rates: CurrencyRates): ChannelNode[] {
  const level = CHANNEL_LEVELS[depth]
  if (level === undefined) return []
  const reaching = parts.filter(({ path }) => path.length > depth)
  const groups = groupBy(reaching, ({ path }) => formatPath(path.slice(0, depth + 1)))
  return [...groups.values()].map((own) => ({
    path: own[0]?.path.slice(0, depth + 1) ?? [],
    level,
    figures: sumParts(own, rates),
    nodes: nodesOf(own, depth + 1, rates),
  }))
}

function sumParts(parts: readonly Part[], rates: CurrencyRates): ChannelFigures {
  const sum: ChannelParts = {
    counts: addCounts(parts.map(({ counts }) => counts)),
    credit: addCredits(parts.map(({ credit }) => credit)),
    paid: parts.flatMap(({ paid }) => paid),
  }
  return channelFigures(sum, rates)
}
