import type { IgnoredParameter } from '~/domain/ignored-parameter'
import type { BoardPeriod } from '../figures/board-views'

/** What every board that gives tables says of itself. */
export interface BoardAnswer {
  query: { asOf?: number | undefined }
  leftOut: readonly IgnoredParameter[]
  period: BoardPeriod
}
