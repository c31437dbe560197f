import type { PathFigures } from '~/domain/insight/path-figures'
import type { StateWays, StepWays } from '~/domain/insight/way-figures'
import type { BoardPage, DemoNames, IdealShare, NamedDemo } from '../figures/board-views'
import type { PathsQuery } from './paths-query'
import type { PlacedSankey } from './sankey-layout'
import type { ResolvedQuery } from '../filter/board-query'

/** The paths of the trials of one demo. */
export interface PathsBoard extends BoardPage {
  query: ResolvedQuery<PathsQuery>
  demo: NamedDemo
  names: DemoNames
  /** Trials of the board. */
  started: number
  /** Ids that a diagram can start and end at. */
  places: string[]
  drawing: PlacedSankey
  paths: PathFigures[]
  ideals: IdealShare[]
  states: StateWays[]
  steps: StepWays[]
}
