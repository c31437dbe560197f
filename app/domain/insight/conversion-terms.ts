/** Goals that a trial can lead to. */
export const GOALS = ['sign-up', 'quote', 'purchase'] as const
export type Goal = (typeof GOALS)[number]

/** What a board counts conversions of: trials, or the visitors or accounts who made them. */
export const CONVERSION_UNITS = ['trial', 'visitor', 'account'] as const
export type ConversionUnit = (typeof CONVERSION_UNITS)[number]

/**
 * The state of a unit; `all` is any. `matured` is older than the window, converted or not, and `converted` are those
 * of them that converted inside it. Younger ones are `early` when they have converted, else `open`. `asked` is a
 * measure of its own: the unit's browser reported a quote or sign-up inside the window, confirmed or not.
 */
export const CONVERSION_STATES = ['all', 'matured', 'converted', 'early', 'open', 'asked'] as const
export type ConversionState = (typeof CONVERSION_STATES)[number]

/** Whose conversion is asked about, and which: without a goal, any of them. */
export interface ConversionTerms {
  unit: ConversionUnit
  goal?: Goal | undefined
}

/** The units of one state. A visitor or an account is listed as its first unflagged trial. */
export interface ConversionSet extends ConversionTerms {
  state: ConversionState
}

const MARK = '.'
const ANY_GOAL = 'any'

/** As it stands in URLs, after its family: `visitor.purchase.matured`. */
export function formatConversionSet({ unit, goal = ANY_GOAL as Goal, state }: ConversionSet): string {
  return [unit, goal, state].join(MARK)
}

/** Reads what `formatConversionSet` wrote; null for anything else. */
export function parseConversionSet(text: string): ConversionSet | null {
  const [unitText, goalText, stateText, ...more] = text.split(MARK)
  const unit = CONVERSION_UNITS.find((one) => one === unitText)
  const goal = GOALS.find((one) => one === goalText)
  const state = CONVERSION_STATES.find((one) => one === stateText)
  const knownGoal = goal !== undefined || goalText === ANY_GOAL
  return unit && state && knownGoal && more.length === 0 ? { unit, goal, state } : null
}
