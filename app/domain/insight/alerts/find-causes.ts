import type { Day } from '../../day'
import { judgeDay, type DayFigure, type DayHistory, type RangeVerdict } from '../usual-range'
import { MEASURE_PARTS, type AlertDirection, type DayCount, type DayMeasure } from './alert-measures'

/** What some trials counted on one day. */
export interface DayCell extends DayCount {
  day: Day
  demo: string
  channel: string
}

/** Some trials: of a demo, of a channel, of both, or all. An empty text is any. */
export interface AlertScope {
  demo: string
  channel: string
}

/** A measure of some trials that is outside its usual range. */
export interface AlertCause {
  scope: AlertScope
  direction: AlertDirection
  verdict: RangeVerdict
}

interface Watched {
  cells: readonly DayCell[]
  measure: DayMeasure
  day: Day
  /** The first day on which anything was counted. */
  earliest: Day
}

/** The verdict on a day of some trials. */
export function judgeScope(watched: Watched, scope: AlertScope): RangeVerdict {
  return judgeCells(
    watched,
    watched.cells.filter((cell) => isWithin(cell, scope)),
  )
}

/**
 * What is outside its usual range on a day, one for each cause: the most specific trials without which the rest is as usual.
 * A demo that dropped is not also told for every channel, nor for all trials; a drop everywhere is told once, for all.
 */
export function findCauses(watched: Watched): AlertCause[] {
  const outside = scopesOf(watched).flatMap((scope): AlertCause[] => {
    const verdict = judgeScope(watched, scope)
    const { verdict: direction } = verdict
    return direction === 'above' || direction === 'below' ? [{ scope, direction, verdict }] : []
  })
  const unexplained = outside.filter((whole) => !outside.some((part) => explains(watched, part, whole)))
  return unexplained.filter((part) => !unexplained.some((whole) => isPart(part, whole)))
}

/** All, each demo, each channel, and each channel of a demo. */
function scopesOf({ cells, day }: Watched): AlertScope[] {
  const recent = cells.filter((cell) => cell.day <= day)
  const scopes = new Map<string, AlertScope>()
  for (const { demo, channel } of recent) {
    for (const scope of [
      { demo: '', channel: '' },
      { demo, channel: '' },
      { demo: '', channel },
      { demo, channel },
    ]) {
      scopes.set(JSON.stringify([scope.demo, scope.channel]), scope)
    }
  }
  return [...scopes.values()]
}

const isWithin = (cell: AlertScope, { demo, channel }: AlertScope): boolean =>
  (demo === '' || cell.demo === demo) && (channel === '' || cell.channel === channel)

/** Fewer trials than the whole, all of them its own, in the same direction. */
function isPart(part: AlertCause, whole: AlertCause): boolean {
  const isSame = part.scope.demo === whole.scope.demo && part.scope.channel === whole.scope.channel
  return !isSame && part.direction === whole.direction && isWithin(part.scope, whole.scope)
}

/** Without the part the rest of the whole is not outside. */
function explains(watched: Watched, part: AlertCause, whole: AlertCause): boolean {
  if (!isPart(part, whole)) return false
  const rest = watched.cells.filter((cell) => isWithin(cell, whole.scope) && !isWithin(cell, part.scope))
  // Where the part is all there is of the whole, it says nothing more.
  return rest.length > 0 && judgeCells(watched, rest).verdict !== whole.direction
}

function judgeCells({ measure, day, earliest }: Watched, cells: readonly DayCell[]): RangeVerdict {
  return judgeDay(historyOf(measure, cells, earliest), day)
}

function historyOf(measure: DayMeasure, cells: readonly DayCell[], earliest: Day): DayHistory {
  const { numerator, denominator } = MEASURE_PARTS[measure]
  const figures = new Map<Day, DayFigure>()
  for (const cell of cells) {
    const sum = figures.get(cell.day) ?? { numerator: 0, denominator: denominator && 0 }
    figures.set(cell.day, {
      numerator: sum.numerator + cell[numerator],
      denominator: denominator === null ? null : (sum.denominator ?? 0) + cell[denominator],
    })
  }
  return { kind: denominator === null ? 'count' : 'rate', figures, earliest }
}
