import type { PathFigures } from '~/domain/insight/path-figures'
import type { StateWays, StepWays } from '~/domain/insight/way-figures'
import { boardTable, column } from '../tables/board-table'
import { PROPORTION } from '../tables/columns-of'
import type { PathsBoard } from './paths-view'

/** The tables of the paths of a demo. */
export const pathTables = {
  paths: boardTable((board: PathsBoard) => board.paths, {
    states: column.list((row: PathFigures) => row.states),
    ...PROPORTION,
    finished: column.count((row: PathFigures) => row.completion.numerator),
    completion: column.share((row: PathFigures) => row.completion.share),
    medianActive: column.milliseconds((row: PathFigures) => row.activeMs),
    medianScore: column.number((row: PathFigures) => row.score.value),
  }),
  states: boardTable((board: PathsBoard) => board.states, {
    state: column.text((row: StateWays) => row.state),
    entered: column.count((row) => row.entered),
    begun: column.count((row) => row.begun),
    ended: column.count((row) => row.ended),
  }),
  steps: boardTable((board: PathsBoard) => board.steps, {
    from: column.text((row: StepWays) => row.from),
    to: column.text((row: StepWays) => row.to),
    ...PROPORTION,
    detours: column.count((row: StepWays) => row.detour.numerator),
    detoursOf: column.count((row: StepWays) => row.detour.denominator),
  }),
  ideals: boardTable((board: PathsBoard) => board.ideals, {
    plan: column.text((row) => row.plan),
    role: column.text((row) => row.role),
    states: column.list((row) => row.states),
    ...PROPORTION,
  }),
}
