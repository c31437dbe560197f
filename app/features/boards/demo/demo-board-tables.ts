import type { Quantiles } from '~/domain/insight/quantile'
import { isEnough } from '~/domain/insight/proportion'
import type { DemoBoard } from '../figures/board-views'
import { boardTable, column } from '../tables/board-table'
import { PROPORTION } from '../tables/columns-of'
import { conversionTable, curveTable } from '../tables/conversion-tables'
import {
  conversionFigure,
  countFigure,
  figureTable,
  rateFigure,
  type FigureRow,
  type FigureUnit,
} from '../tables/figure-table'

const BARS = {
  from: column.number((bar: { from: number }) => bar.from),
  until: column.number((bar: { until: number | null }) => bar.until),
  trials: column.count((bar: { count: number }) => bar.count),
}

const QUANTILES = ['median', 'p75', 'p95'] as const

const quantileFigures = (name: string, unit: FigureUnit, { count, ...values }: Quantiles): FigureRow[] =>
  QUANTILES.map((at) => ({
    ...{ figure: `${name}-${at}`, unit, value: values[at], denominator: count, enough: isEnough(count) },
  }))

/** The tables of one demo's board. */
export const demoBoardTables = {
  figures: figureTable(({ measures, conversion }: DemoBoard) => [
    countFigure('trials', measures.counts.started),
    rateFigure('completion', measures.completion),
    conversionFigure(conversion.headline),
    rateFigure('asked', conversion.asked),
    rateFigure('detoured', measures.detour.trials),
    rateFigure('hinted', measures.hinted),
    {
      ...{ figure: 'rating', unit: 'stars', value: measures.rating.mean, denominator: measures.rating.rated },
      enough: isEnough(measures.rating.rated),
    },
    ...quantileFigures('active', 'milliseconds', measures.activeMs),
    ...quantileFigures('wall', 'milliseconds', measures.wallMs),
    ...quantileFigures('score', 'points', measures.score),
  ]),
  trend: boardTable((board: DemoBoard) => board.measures.trend, {
    first: column.day((step) => step.first),
    last: column.day((step) => step.last),
    trials: column.count((step) => step.count),
  }),
  tasks: boardTable((board: DemoBoard) => board.measures.tasks, {
    task: column.text((row) => row.task),
    ...PROPORTION,
  }),
  dropOff: boardTable((board: DemoBoard) => board.measures.dropOff, {
    state: column.text((row) => row.state),
    ...PROPORTION,
  }),
  hesitation: boardTable((board: DemoBoard) => board.hesitation, {
    state: column.text((row) => row.state),
    trials: column.count((row) => row.trials),
    median: column.milliseconds((row) => row.median),
    low: column.milliseconds((row) => row.interval?.low),
    high: column.milliseconds((row) => row.interval?.high),
    enough: column.flag((row) => row.enough),
  }),
  edges: boardTable((board: DemoBoard) => board.measures.edges, {
    from: column.text((row) => row.from),
    to: column.text((row) => row.to),
    ...PROPORTION,
  }),
  paths: boardTable((board: DemoBoard) => board.measures.paths, {
    states: column.list((row) => row.states),
    ...PROPORTION,
  }),
  ideals: boardTable((board: DemoBoard) => board.ideals, {
    plan: column.text((row) => row.plan),
    role: column.text((row) => row.role),
    states: column.list((row) => row.states),
    ...PROPORTION,
  }),
  stars: boardTable((board: DemoBoard) => board.measures.rating.distribution, {
    stars: column.count((row) => row.stars),
    trials: column.count((row) => row.count),
  }),
  durations: boardTable((board: DemoBoard) => board.measures.activeMs.bars, BARS),
  scores: boardTable((board: DemoBoard) => board.measures.score.bars, BARS),
  conversion: conversionTable((board: DemoBoard) => board.conversion),
  curve: curveTable((board: DemoBoard) => board.conversion),
  comments: boardTable(
    (board: DemoBoard) => board.comments,
    {
      trial: column.text((row) => row.trialId),
      stars: column.count((row) => row.stars),
      comment: column.text((row) => row.comment),
      plan: column.text((row) => row.plan),
      role: column.text((row) => row.role),
      at: column.instant((row) => row.at),
    },
    { isPersonal: true },
  ),
}
