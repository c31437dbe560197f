import type { FunnelStep } from '~/domain/insight/funnel/funnel-result'
import { boardTable, column } from '../tables/board-table'
import type { FunnelBoard } from './funnel-views'

/** A step with its place, its name, and how many reached the first. */
interface NumberedStep extends FunnelStep {
  step: number
  event: string
  first: number
  group?: string | null
}

const COLUMNS = {
  step: column.count((row: NumberedStep) => row.step),
  event: column.text((row: NumberedStep) => row.event),
  units: column.count((row: NumberedStep) => row.count),
  ofFirst: column.share((row: NumberedStep) => (row.first === 0 ? null : row.count / row.first)),
  median: column.seconds((row: NumberedStep) => row.medianSeconds),
  mean: column.seconds((row: NumberedStep) => row.meanSeconds),
}

const numbered = ({ rules }: FunnelBoard, steps: readonly FunnelStep[]): NumberedStep[] =>
  steps.map((step, index) => ({
    ...step,
    step: index + 1,
    event: rules.steps[index]?.event ?? '',
    first: steps[0]?.count ?? 0,
  }))

/** The tables of a funnel: its steps, and the same by group. */
export const funnelTables = {
  steps: boardTable((board: FunnelBoard) => numbered(board, board.result.steps), COLUMNS),
  groups: boardTable(
    (board: FunnelBoard) =>
      (board.result.breakdown ?? []).flatMap(({ value, steps }) =>
        numbered(board, steps).map((step) => ({ ...step, group: value === null ? null : String(value) })),
      ),
    { group: column.text((row) => row.group), ...COLUMNS },
  ),
}
