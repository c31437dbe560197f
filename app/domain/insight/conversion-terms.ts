/** Goals that a trial can lead to. */
export const GOALS = ['sign-up', 'quote', 'purchase'] as const
export type Goal = (typeof GOALS)[number]

/** What a board counts conversions of: trials, or the visitors or accounts who made them. */
export const CONVERSION_UNITS = ['trial', 'visitor', 'account'] as const
export type ConversionUnit = (typeof CONVERSION_UNITS)[number]

/**
 * The state of a unit; `all` is any. `matured` is older than the window, converted or not, and `converted` are those
 * of them that converted inside it. Younger ones are `early` when they have converted, else `open`. `asked` is a
 * measure of its own: the unit's browser reported a quote or sign-up inside the window, confirmed or not. `valued` and
 * `unvalued` divide the converted by whether any conversion inside the window was reported with a value; `early-valued` are
 * those of the early.
 */
export const CONVERSION_STATES = [
  'all',
  'matured',
  'converted',
  'early',
  'open',
  'asked',
  'valued',
  'unvalued',
  'early-valued',
] as const
export type ConversionState = (typeof CONVERSION_STATES)[number]

/** Those whose units have values. */
const VALUED: readonly string[] = ['valued', 'early-valued'] satisfies ConversionState[]

/** Whose conversion is asked about, and which: without a goal, any of them. */
export interface ConversionTerms {
  unit: ConversionUnit
  goal?: Goal | undefined
}

/** The units of one state. A visitor or an account is listed as its first unflagged trial. */
export interface ConversionSet extends ConversionTerms {
  state: ConversionState
  /** Only units with a value in one of these. */
  currencies?: readonly string[] | undefined
}

const MARK = '.'
const ANY_GOAL = 'any'

/** Between currencies. */
const AND = '-'
const CURRENCIES = /^[A-Z]{3}(-[A-Z]{3}){0,30}$/

/** As it stands in URLs, after its family: `visitor.purchase.matured`, `trial.any.valued.EUR-USD`. */
export function formatConversionSet({
  unit,
  goal = ANY_GOAL as Goal,
  state,
  currencies,
}: ConversionSet): string {
  return [unit, goal, state, ...(currencies ? [currencies.join(AND)] : [])].join(MARK)
}

/** Reads what `formatConversionSet` wrote; null for anything else. */
export function parseConversionSet(text: string): ConversionSet | null {
  const [unitText, goalText, stateText, codes, ...more] = text.split(MARK)
  const unit = CONVERSION_UNITS.find((one) => one === unitText)
  const goal = GOALS.find((one) => one === goalText)
  const state = CONVERSION_STATES.find((one) => one === stateText)
  const knownGoal = goal !== undefined || goalText === ANY_GOAL
  const knownCodes = codes === undefined || (VALUED.includes(stateText ?? '') && CURRENCIES.test(codes))
  if (!unit || !state || !knownGoal || !knownCodes || more.length > 0) return null
  return { unit, goal, state, ...(codes !== undefined && { currencies: codes.split(AND) }) }
}
