import type { TriedAccount } from '~/domain/insight/accounts/tried-account'
import type { ScoreCalibration } from '~/domain/insight/accounts/score-bands'
import type { BoardAnswer } from '../tables/board-answer'
import type { BoardPage, DemoNames } from '../figures/board-views'
import type { ResolvedQuery } from '../filter/board-query'
import type { AccountListQuery } from './account-query'

/** What was found of accounts. */
export interface AccountFindings {
  accounts: TriedAccount[]
  /** Accounts with a trial in the scope that were searched for; the page may show fewer. */
  found: number
  /** Who belongs to no account, and their trials. */
  unaccounted: { people: number; trials: number }
  calibration: ScoreCalibration
}

/** The accounts board. */
export interface AccountsBoard extends BoardPage, AccountFindings {
  query: ResolvedQuery<AccountListQuery>
  pages: number
  names: Record<string, DemoNames>
}

/** All rows of the accounts board, where the page has some. */
export type AccountFile = BoardAnswer & AccountFindings
