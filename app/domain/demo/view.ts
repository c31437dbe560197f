import type { Locale } from '../text'
import type { BoardView } from './blocks/board'
import type { ButtonView } from './blocks/button'
import type { ChartView } from './blocks/chart'
import type { ChatView } from './blocks/chat'
import type { DetailView } from './blocks/detail'
import type { DocumentView } from './blocks/document'
import type { FormView } from './blocks/form'
import type { ImageView } from './blocks/image'
import type { MetricsView } from './blocks/metrics'
import type { NoticeView } from './blocks/notice'
import type { TableView } from './blocks/table'
import type { TimelineView } from './blocks/timeline'
import type { Run } from './run'

export type BlockView =
  | TableView
  | FormView
  | DetailView
  | MetricsView
  | ChartView
  | BoardView
  | DocumentView
  | TimelineView
  | ChatView
  | NoticeView
  | ButtonView
  | ImageView

/** One screen. A parallel state may show several at once. */
export type PaneView = { screen: string; title: string; blocks: BlockView[] }

export type NavView = { id: string; label: string; icon: string | null; current: boolean }

/** An expression that failed while a screen was drawn; its place shows nothing. Proof refuses such a demo. */
export type ExpressionFailure = { at: string; message: string }

/** The simulated product as it stands, ready to be drawn. */
export type ScreenView = {
  product: { name: string; currency: string; nav: NavView[] }
  /** Who the prospect is now. */
  role: { id: string; name: string; person: string | null }
  /** Guides of the active states, in document order: the file is `guides/<id>.<locale>.mdx`. */
  guides: { state: string; guide: string }[]
  /** Short names of the active states. */
  states: { id: string; title: string; feature: string | null }[]
  panes: PaneView[]
  failures: ExpressionFailure[]
}

/** Resolves what is on screen: texts in `locale` (else the demo's first language), expressions to values, values to text. */
export function viewScreen(run: Run, locale: Locale): ScreenView {
  void run
  void locale
  throw new Error('not yet')
}
