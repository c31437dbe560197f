import type { BoardPeriod } from '../figures/board-views'
import type { SimulatedChoice } from '../filter/board-query'

/** What a head is made from. */
interface ReadBoard {
  query: { asOf?: number | undefined; simulated: SimulatedChoice }
  period: BoardPeriod
}

/** What a table that leaves says of itself beside its rows. */
export interface ServedHead {
  board: string
  table: string
  /** The watermark: every change committed before this instant is counted. */
  asOf: string
  /** The same as the parameter `asOf` takes it. */
  watermark: number
  /** The days that it speaks of, both included; null where it has no beginning. */
  first: string | null
  last: string
  timeZone: string
  /** For how many days after a trial's start a conversion counts. */
  conversionDays: number
  /** What was asked for, as it stands in addresses, and whether simulated trials count. */
  parameters: Record<string, string>
}

/** The head of a table of a board that was read. */
export function fileHead(
  of: Pick<ServedHead, 'board' | 'table'>,
  { query, period }: ReadBoard,
  parameters: Record<string, string>,
): ServedHead {
  const { asOf, first, last, timeZone, conversionDays } = period
  const watermark = query.asOf ?? asOf.getTime()
  return {
    ...{ ...of, asOf: asOf.toISOString(), watermark, first, last, timeZone, conversionDays },
    parameters: { ...parameters, simulated: query.simulated },
  }
}
