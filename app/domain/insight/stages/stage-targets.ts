import type { Day } from '../../day'
import type { Estimate } from '../estimate'
import { isEnough } from '../proportion'
import type { StageFigure } from './stage-figures'
import type { Stage } from './stages'

/** One entry of the history of a stage's target. Entries are only added. */
export interface TargetEntry {
  stage: Stage
  /** 1, 2, … within the stage. */
  version: number
  /** The entry that this one undoes; then it sets nothing of its own. */
  undoes: number | null
  /** The first day that it holds for, until another one does. */
  holdsFrom: Day
  /** Of acquisition trials a week, else a share; null from when there is none. */
  target: number | null
  ownerId: string | null
  setAt: Date
  setBy: string
}

/** An entry with the name of the owner; null without one, or when the person is no longer there. */
export interface NamedTarget extends TargetEntry {
  ownerName: string | null
}

/** The entries that set something: neither undone nor undoing. An undo that was undone itself undoes nothing. */
export function effectiveTargets<Entry extends TargetEntry>(entries: readonly Entry[]): Entry[] {
  const undone = new Set<number>()
  const latestFirst = [...entries].sort((a, b) => b.version - a.version)
  return latestFirst.filter(({ version, undoes }) => {
    if (undone.has(version)) return false
    if (undoes !== null) undone.add(undoes)
    return undoes === null
  })
}

/** What holds on a day: the entry that began last, of those that began together the latest. */
export function targetOn<Entry extends TargetEntry>(entries: readonly Entry[], day: Day): Entry | null {
  const begun = effectiveTargets(entries).filter(({ holdsFrom }) => holdsFrom <= day)
  return begun.reduce<Entry | null>(
    (best, one) => (best === null || one.holdsFrom > best.holdsFrom ? one : best),
    null,
  )
}

export type TargetVerdict = 'met' | 'missed' | 'cannot-tell'

/**
 * Whether a target is met: the whole 95% interval lies at or above it, or below it; in between, or with fewer than 30
 * trials, it cannot be told. A curve that ends before the window tells only that a target is met already.
 */
export function judgeTarget(
  { estimate, by }: Pick<StageFigure, 'estimate' | 'by'>,
  target: number,
): TargetVerdict {
  if (by === 'count') return withinInterval(estimate, target)
  if (!isEnough(estimate.count)) return 'cannot-tell'
  const verdict = withinInterval(estimate, target)
  return by === 'curve' && verdict === 'missed' ? 'cannot-tell' : verdict
}

function withinInterval({ low, high }: Estimate, target: number): TargetVerdict {
  if (low >= target) return 'met'
  return high < target ? 'missed' : 'cannot-tell'
}
