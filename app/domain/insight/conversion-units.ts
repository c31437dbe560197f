import { matchesFilter } from './board-filter'
import type { BoardScope } from './board-scope'
import type { ConversionState, ConversionTerms, ConversionUnit, Goal } from './conversion-terms'
import type { Amount } from './value'
import type { MeasureClock, TrialGoal, MeasuredTrial } from './measured-trial'

/** A trial, or a visitor or account by their first unflagged trial, and its conversions. */
export interface UnitRow {
  first: MeasuredTrial
  /** The first confirmed conversion after the start, however late; null when there is none yet. */
  convertedAt: Date | null
  asked: boolean
  /** What its confirmed conversions inside the window were worth, as far as that was reported. */
  amounts: Amount[]
}

/**
 * The oracle: the units that begin within the scope's range. The filter applies to the trials of a visitor or account
 * before the first is chosen; the range does not, since a visitor who returns is not a new one.
 */
export function unitsInScope(
  rows: readonly MeasuredTrial[],
  scope: BoardScope,
  terms: ConversionTerms,
): UnitRow[] {
  const firsts =
    terms.unit === 'trial'
      ? rows
      : firstOfEach(
          rows.filter((row) => matchesFilter(row, { ...scope.filter, flagged: false }, EVER)),
          terms.unit,
        )
  return firsts
    .filter((row) => matchesFilter(row, scope.filter, scope.range))
    .map((first) => unitOf(first, rows, scope.clock, terms))
}

const EVER = { from: null, until: null }

const nameOf = (row: MeasuredTrial, unit: ConversionUnit): string | null =>
  unit === 'trial' ? row.id : unit === 'visitor' ? row.visitorId : row.account

function firstOfEach(rows: readonly MeasuredTrial[], unit: ConversionUnit): MeasuredTrial[] {
  const firsts = new Map<string, MeasuredTrial>()
  for (const row of rows) {
    const name = nameOf(row, unit)
    if (name === null) continue
    const known = firsts.get(name)
    if (!known || isBefore(row, known)) firsts.set(name, row)
  }
  return [...firsts.values()]
}

const isBefore = (row: MeasuredTrial, other: MeasuredTrial): boolean =>
  row.startedAt.getTime() - other.startedAt.getTime() < 0 ||
  (row.startedAt.getTime() === other.startedAt.getTime() && row.id < other.id)

function unitOf(
  first: MeasuredTrial,
  rows: readonly MeasuredTrial[],
  clock: MeasureClock,
  { unit, goal }: ConversionTerms,
): UnitRow {
  const name = nameOf(first, unit)
  const own = rows.filter((row) => nameOf(row, unit) === name)
  return { first, ...reached(own, first.startedAt, clock, goal) }
}

/** The result of rows after a moment: the first conversion, and whether something was asked for inside the window. */
export function reached(
  rows: readonly Pick<MeasuredTrial, 'conversions' | 'asks'>[],
  since: Date,
  { now, conversionWindowMs }: MeasureClock,
  goal?: Goal,
): Omit<UnitRow, 'first'> {
  const ofGoal = (goals: readonly TrialGoal[]) =>
    goals.filter((one) => (goal === undefined || one.goal === goal) && one.at >= since && one.at <= now)
  const isWithin = ({ at }: TrialGoal) => at.getTime() - since.getTime() <= conversionWindowMs
  const conversions = rows.flatMap((row) => ofGoal(row.conversions))
  const asks = rows.flatMap((row) => ofGoal(row.asks))
  return {
    convertedAt:
      conversions.length === 0 ? null : new Date(Math.min(...conversions.map(({ at }) => at.getTime()))),
    asked: asks.some(isWithin),
    amounts: conversions.filter(isWithin).flatMap(({ amount }) => amount ?? []),
  }
}

/** Whether a unit is in a state. The last instant of the window belongs to it. */
export function isInState(
  { first, convertedAt, asked, amounts }: UnitRow,
  state: ConversionState,
  { now, conversionWindowMs }: MeasureClock,
): boolean {
  if (state === 'all') return true
  if (state === 'asked') return asked
  const isWithin = (at: Date) => at.getTime() - first.startedAt.getTime() <= conversionWindowMs
  const matured = !isWithin(now)
  if (state === 'matured') return matured
  const converted = convertedAt !== null && isWithin(convertedAt)
  if (state === 'open') return !matured && !converted
  return converted && matured === !state.startsWith('early') && hasValueOf(state, amounts)
}

function hasValueOf(state: ConversionState, amounts: readonly Amount[]): boolean {
  if (state === 'valued' || state === 'early-valued') return amounts.length > 0
  return state !== 'unvalued' || amounts.length === 0
}
