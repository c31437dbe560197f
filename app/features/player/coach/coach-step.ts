import type { BlockView, ScreenView } from '~/domain/demo/screen/view'
import { isFreeChoice } from '~/domain/demo/engine/way/way'
import { stepOnWay } from '~/domain/demo/engine/way/step-on-way'
import type { Run } from '~/domain/demo/engine/run'
import type { Pointed } from '../stage/find-pointed'
import { findPointed } from '../stage/find-pointed'

/** How the coach names a step: as a hint does, or by the list in which the prospect looks for the row. */
type CoachWay = Pointed['way'] | 'anyRow' | 'someRow' | 'anyPick' | 'somePick'

/** What the state needs next, and where on the screen. */
export interface CoachStep {
  way: CoachWay
  /** What the control is called. */
  label: string
  /** The row, card or part of the screen that contains it; empty where its label is enough. */
  place: string
  /** The control, or the block whose inputs decide: its path in the document. */
  target: { control: string } | { block: string }
  /** The screen that shows it. */
  screen: string
  /** Whether the prospect has to read before acting: a form is filled in, or one row of several is chosen. */
  reads: boolean
}

/** Where a control stands on the screen. */
interface Place {
  screen: string
  block: string
  title: string
  /** Rows that offer the same action. */
  alike: number
}

/**
 * The next step on the remaining way, by its control; null where the way is unknown. Of several rows it names the list and
 * not the row: which one is the prospect's to find, and a hint's to show.
 */
export function coachStep(run: Run, view: ScreenView): CoachStep | null {
  if (run.status === 'done') return null
  const next = stepOnWay(run)
  if (!next) return null
  const pointer = { type: next.type, data: next.data ?? null }
  const pointed = findPointed(view, pointer)
  const place = pointed && placeOf(view, pointed)
  if (!pointed || !place) return null
  const { label } = pointed
  if (place.alike > 1) {
    const whose = isFreeChoice(run, next.type) ? 'any' : 'some'
    const way = pointed.way === 'pick' ? (`${whose}Pick` as const) : (`${whose}Row` as const)
    return {
      ...{ way, label, place: place.title, screen: place.screen },
      ...{ target: { block: place.block }, reads: true },
    }
  }
  const fills = pointed.way === 'fill'
  return {
    ...{ way: pointed.way, label, place: pointed.place, screen: place.screen, reads: fills },
    target: fills ? { block: place.block } : { control: pointed.action.id },
  }
}

function placeOf({ panes }: ScreenView, { action }: Pointed): Place | null {
  for (const pane of panes) {
    for (const block of pane.blocks) {
      if (!holds(block.id, action.id)) continue
      return {
        ...{ screen: pane.screen, block: block.id, title: block.title ?? pane.title },
        alike: countRows(block, action.id),
      }
    }
  }
  return null
}

const holds = (block: string, control: string): boolean =>
  control === block || control.startsWith(`${block}.`)

/** How many rows or cards offer the control. */
function countRows(block: BlockView, control: string): number {
  const rows =
    block.kind === 'table'
      ? block.rows
      : block.kind === 'board'
        ? block.columns.flatMap((column) => column.cards)
        : []
  return rows.filter(({ pick, actions }) => [pick, ...actions].some((action) => action?.id === control))
    .length
}
