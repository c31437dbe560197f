import type { BoardFormat } from '../../figures/board-format'
import type { ImpactBoard, RevisionImpact } from '../impact-view'

/** What parts of the page of revisions are given. */
export interface ImpactProps {
  board: ImpactBoard
  format: BoardFormat
}

/** The same with the publish that is shown. */
export interface DetailProps extends ImpactProps {
  impact: RevisionImpact
}
