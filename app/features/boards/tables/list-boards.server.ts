import { isPermitted } from '~/platform/context/is-permitted'
import { verb } from '~/platform/verb/verb'
import { BOARD_NAMES, servedBoard } from './served-boards.server'

export interface ListedBoard {
  board: string
  tables: string[]
}

/** The boards that give tables, with the names of those that the caller may read. */
export const listBoards = verb({ permission: 'boards.read' }, ({ ctx }): ListedBoard[] =>
  BOARD_NAMES.map((board) => {
    const { tables, permission } = servedBoard(board)
    const may = (isPersonal: boolean) =>
      isPermitted(ctx, isPersonal || permission === 'trials.read' ? 'trials.read' : 'boards.read')
    return { board, tables: Object.keys(tables).filter((name) => may(tables[name]?.isPersonal ?? true)) }
  }),
)
