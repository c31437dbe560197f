import type { BoardAnswer } from '../tables/board-answer'
import { boardTable, column } from '../tables/board-table'
import type { ChannelFigures } from '~/domain/insight/attribution/channel-figures'
import type { ChannelNode } from '~/domain/insight/attribution/channel-tree'
import type { ConvertedValue } from '~/domain/insight/value'
import type { ChannelFindings } from './channels-view'

/** A row of the board with those that it opens, each with its whole path. */
const withParts = (node: ChannelNode): ChannelNode[] => [node, ...node.nodes.flatMap(withParts)]

const count = (of: (figures: ChannelFigures) => number) =>
  column.count(({ figures }: ChannelNode) => of(figures))
const number = (of: (figures: ChannelFigures) => number | null | undefined) =>
  column.number(({ figures }: ChannelNode) => of(figures))
const share = (of: (figures: ChannelFigures) => number | null) =>
  column.share(({ figures }: ChannelNode) => of(figures))

/** The amounts that are in no sum, as `300 JPY; 20 GBP`; empty when there are none. */
const listAmounts = (value: ConvertedValue | null): string =>
  (value?.apart ?? []).map((amount) => `${amount.value} ${amount.currency}`).join('; ')

/** The table of the channels board: channels, and below each its sources with their campaigns. `level` says which. Money is in the currency of its column. */
export const channelTables = {
  channels: boardTable((board: BoardAnswer & ChannelFindings) => board.nodes.flatMap(withParts), {
    channel: column.text((row) => row.path[0]),
    source: column.text((row) => row.path[1]),
    campaign: column.text((row) => row.path[2]),
    level: column.text((row) => row.level),
    touches: count((row) => row.touches),
    trials: count((row) => row.trials),
    finished: count((row) => row.finished),
    completion: share((row) => row.completion.share),
    low: share((row) => row.completion.low),
    high: share((row) => row.completion.high),
    enough: column.flag((row) => row.figures.completion.enough),
    asked: count((row) => row.asked),
    converted: number((row) => row.converted),
    withoutValue: number((row) => row.withoutValue),
    value: number((row) => row.value.value),
    valueWithoutRate: column.text(({ figures }) => listAmounts(figures.value)),
    cost: number((row) => row.cost?.value),
    costWithoutRate: column.text(({ figures }) => listAmounts(figures.cost)),
    costPerTrial: number((row) => row.costPerTrial.value),
    costPerFinished: number((row) => row.costPerFinished.value),
    costPerConversion: number((row) => row.costPerConversion.value),
    return: number((row) => row.return.value),
    currency: column.text((row) => row.figures.value.currency),
  }),
}
