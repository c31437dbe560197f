import type { NamedChange } from '../changes/change-view'
import type { Overview } from '../figures/board-views'
import type { StageStep } from '~/domain/insight/stages/stage-trend'
import type { Stage } from '~/domain/insight/stages/stages'
import { boardTable, column } from '../tables/board-table'
import type { StageView } from './stage-views'

/** The stages of the overview: figures, their trends, and what changed most. Who owns a target leaves with no file. */
export const stageTables = {
  stages: boardTable((board: Overview) => board.stages.stages, {
    stage: column.text((row: StageView) => row.stage),
    by: column.text((row) => row.by),
    numerator: column.count((row) => row.numerator),
    denominator: column.count((row) => row.denominator),
    value: column.number((row) => row.estimate.value),
    low: column.number((row) => row.estimate.low),
    high: column.number((row) => row.estimate.high),
    day: column.count((row) => row.day),
    before: column.number((row) => row.change?.before.value),
    difference: column.number((row) => row.change?.difference.value),
    differenceLow: column.number((row) => row.change?.difference.low),
    differenceHigh: column.number((row) => row.change?.difference.high),
    target: column.number((row) => row.target?.value),
    targetFrom: column.day((row) => row.target?.holdsFrom),
    verdict: column.text((row) => row.target?.verdict),
  }),
  stageTrends: boardTable(
    (board: Overview) =>
      board.stages.stages.flatMap(({ stage, trend }) => trend.map((step) => ({ stage, ...step }))),
    {
      stage: column.text((row: StageStep & { stage: Stage }) => row.stage),
      first: column.day((row) => row.first),
      last: column.day((row) => row.last),
      numerator: column.count((row) => row.numerator),
      denominator: column.count((row) => row.denominator),
    },
  ),
  changes: boardTable((board: Overview) => board.changes?.changes ?? [], {
    measure: column.text((row: NamedChange) => row.measure),
    kind: column.text((row: NamedChange) => row.kind),
    dimension: column.text((row: NamedChange) => row.dimension),
    valueOf: column.text((row: NamedChange) => row.value),
    numerator: column.count((row: NamedChange) => row.now.part),
    denominator: column.count((row: NamedChange) => row.now.whole),
    numeratorBefore: column.count((row: NamedChange) => row.before.part),
    denominatorBefore: column.count((row: NamedChange) => row.before.whole),
    difference: column.number((row: NamedChange) => row.effect.value),
    differenceLow: column.number((row: NamedChange) => row.effect.low),
    differenceHigh: column.number((row: NamedChange) => row.effect.high),
    revision: column.count((row: NamedChange) => row.revision?.number),
    publishedAt: column.instant((row: NamedChange) => row.revision?.publishedAt),
  }),
}
