import { addDays, type Day } from '../../day'
import { judgeDay, type DayFigure, type RangeVerdict } from '../usual-range'

/** The trials that people of an account began on a day. Trials of nobody's account have an empty one. */
export interface AccountDay {
  account: string
  day: Day
  trials: number
}

export interface AccountActivity {
  accountDays: readonly AccountDay[]
  /** The last day that is judged. */
  day: Day
}

/** An account whose last seven days lie below its usual range. */
export interface QuietAccount {
  account: string
  verdict: RangeVerdict
}

const WEEK = 7
const WEEKS = 9
/** Of fewer trials a week not even none would be outside what chance makes: 3.5² = 12.25. */
const FEWEST_TRIALS = 13

/** The first of the seven days that end with a day. */
export const firstOfWeek = (day: Day): Day => addDays(day, 1 - WEEK)

/**
 * The seven days that end with a day against the eight such weeks before: each has every weekday once, so that a company which
 * never works on Sundays is not called quiet on Mondays. Weeks before the account's first trial tell nothing.
 */
export function judgeAccount({ accountDays, day }: AccountActivity, account: string): RangeVerdict {
  return judgeWeek(
    accountDays.filter((one) => one.account === account),
    day,
  )
}

/** Accounts that fell quiet. When all other trials fell as well, the reason is not the account, and it is not told. */
export function findQuietAccounts(activity: AccountActivity): QuietAccount[] {
  const { accountDays, day } = activity
  const known = [...new Set(accountDays.map(({ account }) => account))].filter((account) => account !== '')
  return known.flatMap((account) => {
    const verdict = judgeAccount(activity, account)
    if (verdict.verdict !== 'below') return []
    const others = judgeWeek(
      accountDays.filter((one) => one.account !== account),
      day,
    )
    return others.verdict === 'below' ? [] : [{ account, verdict }]
  })
}

function judgeWeek(own: readonly AccountDay[], day: Day): RangeVerdict {
  const first = own.reduce((least, one) => (one.day < least ? one.day : least), day)
  const ends = Array.from({ length: WEEKS }, (_, index) => addDays(day, -WEEK * index))
  const figures = new Map(ends.map((end): [Day, DayFigure] => [end, weekFigure(own, end)]))
  return judgeDay(
    {
      kind: 'count',
      figures: figuresSince(figures, first),
      earliest: addDays(first, WEEK - 1),
      fewest: FEWEST_TRIALS,
    },
    day,
  )
}

function weekFigure(own: readonly AccountDay[], end: Day): DayFigure {
  const start = firstOfWeek(end)
  const within = own.filter((one) => one.day >= start && one.day <= end)
  return { numerator: within.reduce((sum, { trials }) => sum + trials, 0), denominator: null }
}

/** Weeks that lie whole after the first day. */
const figuresSince = (figures: ReadonlyMap<Day, DayFigure>, first: Day): Map<Day, DayFigure> =>
  new Map([...figures].filter(([end]) => firstOfWeek(end) >= first))
