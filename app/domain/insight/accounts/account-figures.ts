import type { BoardScope } from '../board-scope'
import { trialsInScope } from '../board-scope'
import { isInState, reached, unitsInScope } from '../conversion-units'
import { groupBy } from '../group-by'
import type { MeasuredTrial } from '../measured-trial'
import { isInSet } from '../set-membership'
import { dayOf } from '../time-zone'
import type { PlainSet } from '../trial-set'
import { accountScore, type ScoreCounts } from './account-score'
import { SCORE_BANDS, type BandTally } from './score-bands'

/** What the trials of a scope tell of one account. */
export interface AccountFigures {
  account: string
  people: number
  trials: number
  demos: number
  finished: number
  asked: number
  /** Trials past the conversion window that converted within it. */
  converted: number
  /** Trials that converted and whose window is not over. */
  early: number
  firstStart: Date
  lastActivity: Date
  /** What its score counts: of trials that began before the account first converted. */
  counts: ScoreCounts
  score: number
}

/** What lists of accounts are sorted by. */
export const ACCOUNT_COLUMNS = [
  'name',
  'score',
  'people',
  'trials',
  'demos',
  'finished',
  'asked',
  'converted',
  'last',
] as const
export type AccountColumn = (typeof ACCOUNT_COLUMNS)[number]

/** The oracle: the accounts of which somebody began a trial in the scope. */
export function accountFigures(rows: readonly MeasuredTrial[], scope: BoardScope): AccountFigures[] {
  const known = trialsInScope(rows, scope).filter(({ account }) => account !== null)
  return [...groupBy(known, ({ account }) => account)].map(([account, own]) =>
    figuresOf(
      own,
      rows.filter((row) => row.account === account),
      scope,
    ),
  )
}

function figuresOf(
  own: readonly MeasuredTrial[],
  ever: readonly MeasuredTrial[],
  scope: BoardScope,
): AccountFigures {
  const size = (name: PlainSet) => own.filter((row) => isInSet({ name }, row, scope.clock)).length
  const firstStart = new Date(Math.min(...own.map((row) => row.startedAt.getTime())))
  const { convertedAt } = reached(ever, firstStart, scope.clock)
  const counts = countsOf(
    own.filter(({ startedAt }) => convertedAt === null || startedAt < convertedAt),
    scope,
  )
  return {
    ...{ account: own[0]?.account ?? '', firstStart, counts, score: accountScore(counts).points },
    ...{ people: peopleOf(own), trials: own.length, demos: demosOf(own) },
    ...{
      finished: size('finished'),
      asked: size('asked'),
      converted: size('converted'),
      early: size('early'),
    },
    lastActivity: new Date(Math.max(...own.map((row) => row.lastEventAt.getTime()))),
  }
}

const peopleOf = (rows: readonly MeasuredTrial[]): number => new Set(rows.map((row) => row.visitorId)).size
const demosOf = (rows: readonly MeasuredTrial[]): number => new Set(rows.map((row) => row.demoSlug)).size

function countsOf(rows: readonly MeasuredTrial[], { clock, timeZone }: BoardScope): ScoreCounts {
  return {
    people: peopleOf(rows),
    days: new Set(rows.map((row) => dayOf(row.startedAt, timeZone))).size,
    demos: demosOf(rows),
    finished: rows.filter((row) => isInSet({ name: 'finished' }, row, clock)).length,
    asked: rows.filter((row) => isInSet({ name: 'asked' }, row, clock)).length,
  }
}

/** The oracle: accounts by the band of their score, of those that begin in the scope and are past their window. */
export function tallyScores(rows: readonly MeasuredTrial[], scope: BoardScope): BandTally[] {
  const scores = new Map(accountFigures(rows, scope).map(({ account, score }) => [account, score]))
  const matured = unitsInScope(rows, scope, { unit: 'account' }).filter((unit) =>
    isInState(unit, 'matured', scope.clock),
  )
  return SCORE_BANDS.map((from, index) => {
    const until = SCORE_BANDS[index + 1] ?? Infinity
    const own = matured.filter(({ first }) => {
      const score = scores.get(first.account ?? '') ?? -1
      return score >= from && score < until
    })
    const converted = own.filter((unit) => isInState(unit, 'converted', scope.clock))
    return { from, matured: own.length, converted: converted.length }
  }).filter(({ matured: size }) => size > 0)
}
