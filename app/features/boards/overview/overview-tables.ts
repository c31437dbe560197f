import type { Overview, OverviewDemo } from '../figures/board-views'
import { boardTable, column } from '../tables/board-table'
import { conversionTable, curveTable } from '../tables/conversion-tables'
import { stageTables } from '../stages/stage-tables'
import { conversionFigure, countFigure, figureTable, rateFigure } from '../tables/figure-table'

const share = ({ conversion }: OverviewDemo): number | null =>
  conversion === null ? null : conversion.by === 'rate' ? conversion.rate.share : conversion.at.share

/** The tables of the overview. */
export const overviewTables = {
  figures: figureTable(({ counts, completion, conversion, rated, before }: Overview) => [
    countFigure('trials', counts.started, before?.trials),
    rateFigure('completion', completion, before?.completion),
    conversionFigure(conversion.headline),
    rateFigure('asked', conversion.asked),
    rateFigure('rated', rated, before?.rated),
    countFigure('flagged', counts.flagged),
    countFigure('simulated', counts.simulated),
  ]),
  trend: boardTable((board: Overview) => board.trend, {
    first: column.day((step) => step.first),
    last: column.day((step) => step.last),
    trials: column.count((step) => step.count),
  }),
  demos: boardTable((board: Overview) => board.demos, {
    demo: column.text((demo) => demo.slug),
    title: column.text((demo) => demo.title),
    status: column.text((demo) => demo.status),
    trials: column.count((demo) => demo.trials),
    finished: column.count((demo) => demo.completion.numerator),
    completion: column.share((demo) => demo.completion.share),
    low: column.share((demo) => demo.completion.low),
    high: column.share((demo) => demo.completion.high),
    enough: column.flag((demo) => demo.completion.enough),
    medianActive: column.milliseconds((demo) => demo.medianActiveMs),
    medianScore: column.number((demo) => demo.medianScore),
    conversion: column.share(share),
  }),
  ...stageTables,
  conversion: conversionTable((board: Overview) => board.conversion),
  curve: curveTable((board: Overview) => board.conversion),
}
