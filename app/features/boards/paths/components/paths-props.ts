import type { BoardFormat } from '../../figures/board-format'
import type { PathsBoard } from '../paths-view'

/** What parts of the page of paths are given. */
export interface PathsProps {
  board: PathsBoard
  format: BoardFormat
}
