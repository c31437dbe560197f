import type { Locale } from '~/domain/text'
import { boardView, type BoardView } from './blocks/board'
import { buttonView, type ButtonView } from './blocks/button'
import { chartView, type ChartView } from './blocks/chart'
import { chatView, type ChatView } from './blocks/chat'
import { detailView, type DetailView } from './blocks/detail'
import { documentView, type DocumentView } from './blocks/document'
import { formView, type FormView } from './blocks/form'
import { imageView, type ImageView } from './blocks/image'
import { metricsView, type MetricsView } from './blocks/metrics'
import { noticeView, type NoticeView } from './blocks/notice'
import { tableView, type TableView } from './blocks/table'
import { timelineView, type TimelineView } from './blocks/timeline'
import { activeScreens } from './controls'
import { own } from '~/domain/json'
import type { BlockSpecs, OpenBlock } from '../format/open-block'
import { Presenter } from './presenter'
import { makeReader, type ExpressionFailure } from './reader'
import type { ScreenInput } from './shown'
import type { BlockKind } from '../format/schema-blocks'
import type { PlannedScreen } from './screen-plan'

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

/** The screen behind a dialog. It is visible and cannot be used. */
export type BackdropView = { screen: string; title: string; blocks: BlockView[] }

/** One screen, a dialog when it is shown over another. A parallel state may show several at once. */
export type PaneView = BackdropView & { over: BackdropView | null }

/** `look` is the screen that the entry opens to look at; null where there is none. */
export type NavView = {
  id: string
  label: string
  icon: string | null
  current: boolean
  look: string | null
}

/** The simulated product in the state of a run, ready to be drawn. */
export type ScreenView = {
  product: { name: string; currency: string; nav: NavView[] }
  /** The role of the prospect. */
  role: { id: string; name: string; person: string | null }
  /** Guides of the active states, in document order: the file is `guides/<id>.<locale>.mdx`. */
  guides: { state: string; guide: string }[]
  /** Short names of the active states. */
  states: { id: string; title: string; feature: string | null }[]
  panes: PaneView[]
  failures: ExpressionFailure[]
}

/**
 * Resolves what is on screen: texts in `locale` (else the demo's first language), expressions to values, values to
 * text.
 */
export function viewScreen(run: ScreenInput, locale: Locale): ScreenView {
  const presenter = new Presenter(makeReader(run), locale)
  const screens = activeScreens(run)
  const panes = screens.flatMap((id) => {
    const screen = run.compiled.screens.get(id)
    return screen ? [paneView(screen, presenter)] : []
  })
  return {
    product: productView(run, screens, presenter),
    role: roleView(run, presenter),
    guides: guidesOf(run),
    states: run.states.flatMap((id) => {
      const state = run.compiled.states.get(id)
      return state ? [{ id, title: presenter.text(state.title), feature: state.feature }] : []
    }),
    panes,
    failures: presenter.reader.failures,
  }
}

/** The view of a run with another screen before it, to look at: only its product and panes differ. */
export function viewLook(run: ScreenInput, view: ScreenView, look: string, locale: Locale): ScreenView {
  const screen = run.compiled.screens.get(look)
  if (!screen) return view
  const presenter = new Presenter(makeReader(run), locale)
  return {
    ...view,
    product: productView(run, [look], presenter),
    panes: [{ ...backdropView(screen, presenter), over: null }],
    failures: presenter.reader.failures,
  }
}

/** The expressions that fail on the screens that can be looked at. */
export function lookFailures(run: ScreenInput, locale: Locale): ExpressionFailure[] {
  const presenter = new Presenter(makeReader(run), locale)
  for (const { look } of run.compiled.demo.product.nav ?? []) {
    const screen = look === undefined ? undefined : run.compiled.screens.get(look)
    if (screen) backdropView(screen, presenter)
  }
  return presenter.reader.failures
}

function productView(
  run: ScreenInput,
  screens: readonly string[],
  presenter: Presenter,
): ScreenView['product'] {
  const { product } = run.compiled.demo
  const current = new Set(screens.map((id) => run.compiled.screens.get(id)?.nav))
  const nav = (product.nav ?? []).map((entry) => ({
    id: entry.id,
    label: presenter.text(entry.label),
    icon: entry.icon ?? null,
    current: current.has(entry.id),
    look: entry.look ?? null,
  }))
  return { name: product.name, currency: product.currency ?? 'USD', nav }
}

function roleView(run: ScreenInput, presenter: Presenter): ScreenView['role'] {
  const role = own(run.compiled.demo.roles, run.role)
  return { id: run.role, name: role ? presenter.text(role.name) : run.role, person: role?.person ?? null }
}

function guidesOf(run: ScreenInput): ScreenView['guides'] {
  const guides = run.states.flatMap((state) => {
    const guide = run.compiled.states.get(state)?.guide
    return guide ? [{ state, guide }] : []
  })
  return guides.filter((one, index) => guides.findIndex((other) => other.guide === one.guide) === index)
}

function paneView(screen: PlannedScreen, presenter: Presenter): PaneView {
  const { screens } = presenter.reader.run.compiled
  const behind = screen.over === null ? undefined : screens.get(screen.over)
  return { ...backdropView(screen, presenter), over: behind ? backdropView(behind, presenter) : null }
}

function backdropView({ id, title, blocks }: PlannedScreen, presenter: Presenter): BackdropView {
  const visible = blocks.filter(({ block, at }) => presenter.reader.test(block.spec.if, `${at}.if`))
  return {
    screen: id,
    title: presenter.text(title),
    blocks: visible.map(({ block, at }) => blockView(block, at, presenter)),
  }
}

type ViewOf = { [K in BlockKind]: (spec: BlockSpecs[K], at: string, presenter: Presenter) => BlockView }

const VIEW_OF: ViewOf = {
  table: tableView,
  form: formView,
  detail: detailView,
  metrics: metricsView,
  chart: chartView,
  board: boardView,
  document: documentView,
  timeline: timelineView,
  chat: chatView,
  notice: noticeView,
  button: buttonView,
  image: imageView,
}

function blockView<K extends BlockKind>(block: OpenBlock<K>, at: string, presenter: Presenter): BlockView {
  return VIEW_OF[block.kind](block.spec, at, presenter)
}
