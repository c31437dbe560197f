import type { ConversionMeasure } from '~/domain/insight/conversion'
import type { BoardFormat } from '../../figures/board-format'
import type { BoardPeriod } from '../../figures/board-views'
import type { BoardQuery } from '../../filter/board-query'
import type { TargetProblem } from '../../targets/target-problem'
import type { StageBoard } from '../stage-views'

/** What the parts of a stage are drawn from. */
export interface StageProps {
  board: StageBoard
  conversion: ConversionMeasure
  period: BoardPeriod
  query: BoardQuery
  format: BoardFormat
  /** Why a change of a target was refused. */
  problem: TargetProblem | null
}
