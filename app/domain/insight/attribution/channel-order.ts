import type { ChannelFigures } from './channel-figures'
import { formatPath } from './channel-place'
import type { ChannelNode } from './channel-tree'

/** What the rows of the channels board can be sorted by. */
export const CHANNEL_COLUMNS = [
  'name',
  'touches',
  'trials',
  'finished',
  'completion',
  'asked',
  'converted',
  'value',
  'cost',
  'costPerTrial',
  'costPerFinished',
  'costPerConversion',
  'return',
] as const
export type ChannelColumn = (typeof CHANNEL_COLUMNS)[number]

export interface ChannelOrder {
  column: ChannelColumn
  descending: boolean
}

/**
 * Sorts rows, and the rows that each opens. Completion sorts by the least that the trials allow (the low end of its
 * interval), so that two lucky trials do not lead. What is unknown comes last either way; ties are in order of the name.
 */
export function orderChannels(nodes: readonly ChannelNode[], order: ChannelOrder): ChannelNode[] {
  const sign = order.descending ? -1 : 1
  const byName = (a: ChannelNode, b: ChannelNode) => (formatPath(a.path) < formatPath(b.path) ? -1 : 1)
  const { column } = order
  const compare = (a: ChannelNode, b: ChannelNode): number => {
    if (column === 'name') return sign * byName(a, b)
    const [one, other] = [sortValue(a.figures, column), sortValue(b.figures, column)]
    if (Number.isNaN(one) || Number.isNaN(other)) {
      return Number(Number.isNaN(one)) - Number(Number.isNaN(other)) || byName(a, b)
    }
    return sign * (one - other) || byName(a, b)
  }
  return [...nodes].sort(compare).map((node) => ({ ...node, nodes: orderChannels(node.nodes, order) }))
}

/** NaN where it is unknown. */
function sortValue(figures: ChannelFigures, column: Exclude<ChannelColumn, 'name'>): number {
  if (column === 'completion') return figures.completion.share === null ? NaN : figures.completion.low
  if (column === 'value') return figures.value.value
  if (column === 'cost') return figures.cost?.value ?? NaN
  const figure = figures[column]
  return typeof figure === 'number' ? figure : (figure.value ?? NaN)
}
