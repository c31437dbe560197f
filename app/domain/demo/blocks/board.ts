import type { Tone } from '../schema-values'
import type { ActionView, BlockViewBase, ValueView } from './shared'

export type CardView = {
  id: string | null
  title: ValueView
  lines: ValueView[]
  pick: ActionView | null
  actions: ActionView[]
}
export type BoardColumnView = { id: string; label: string; tone: Tone; cards: CardView[] }
export type BoardView = BlockViewBase & { kind: 'board'; columns: BoardColumnView[] }
