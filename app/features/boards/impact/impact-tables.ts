import type { MeasureImpact } from '~/domain/insight/impact/impact-measures'
import { boardTable, column } from '../tables/board-table'
import { estimateColumns } from '../tables/columns-of'
import type { ImpactBoard, RevisionLine } from './impact-view'

const comparison = <Row>(of: (row: Row) => MeasureImpact | null) => ({
  ...estimateColumns<Row>('before', (row) => of(row)?.before.estimate ?? null),
  ...estimateColumns<Row>('after', (row) => of(row)?.after.estimate ?? null),
  difference: column.number((row: Row) => of(row)?.verdict.difference.value),
  differenceLow: column.number((row: Row) => of(row)?.verdict.difference.low),
  differenceHigh: column.number((row: Row) => of(row)?.verdict.difference.high),
  verdict: column.text((row: Row) => of(row)?.verdict.verdict),
})

/** The tables of the revisions of a demo: each publish by its main measure, and all measures of the one that is shown. */
export const impactTables = {
  revisions: boardTable((board: ImpactBoard) => board.lines, {
    revision: column.count((row: RevisionLine) => row.number),
    publishedAt: column.instant((row: RevisionLine) => row.at),
    rolledBackTo: column.count((row: RevisionLine) => row.rolledBackTo),
    measure: column.text((row: RevisionLine) => row.main?.impact.measure),
    ...comparison((row: RevisionLine) => row.main?.impact ?? null),
  }),
  measures: boardTable(
    ({ impact, shown }: ImpactBoard) =>
      (impact ? [impact.main, ...impact.others] : []).map((measured) => ({ shown, measured })),
    {
      revision: column.count((row: { shown: number }) => row.shown),
      measure: column.text((row: { measured: MeasureImpact }) => row.measured.measure),
      ...comparison((row: { measured: MeasureImpact }) => row.measured),
    },
  ),
}
