import type { IgnoredParameter } from '~/domain/ignored-parameter'
import type { BoardPeriod } from '../figures/board-views'
import type { SimulatedChoice } from '../filter/board-query'

/** What every board that gives tables says of itself. */
export interface BoardAnswer {
  query: { asOf?: number | undefined; simulated: SimulatedChoice }
  leftOut: readonly IgnoredParameter[]
  period: BoardPeriod
}
