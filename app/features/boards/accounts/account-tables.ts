import type { TriedAccount } from '~/domain/insight/accounts/tried-account'
import { SCORE_PARTS, accountScore } from '~/domain/insight/accounts/account-score'
import type { ScoreBand } from '~/domain/insight/accounts/score-bands'
import { boardTable, column } from '../tables/board-table'
import type { AccountFile } from './accounts-view'

const POINTS = Object.fromEntries(
  SCORE_PARTS.map(({ name }, index) => [
    `points${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    column.count(({ counts }: TriedAccount) => accountScore(counts).reasons[index]?.points),
  ]),
)

/** The tables of the accounts board. Rows of single companies are for those who may read single trials. */
export const accountTables = {
  accounts: boardTable(
    (board: AccountFile) => board.accounts,
    {
      account: column.text((row) => row.account),
      name: column.text((row) => row.name),
      domains: column.list((row) => row.domains),
      people: column.count((row) => row.people),
      trials: column.count((row) => row.trials),
      demos: column.count((row) => row.demos),
      finished: column.count((row) => row.finished),
      asked: column.count((row) => row.asked),
      converted: column.count((row) => row.converted),
      convertedEarly: column.count((row) => row.early),
      firstTrial: column.instant((row) => row.firstStart),
      lastActivity: column.instant((row) => row.lastActivity),
      score: column.count((row) => row.score),
      ...POINTS,
    },
    { isPersonal: true },
  ),
  scores: boardTable((board: AccountFile) => board.calibration.bands, {
    scoreFrom: column.count((row: ScoreBand) => row.from),
    scoreTo: column.count((row: ScoreBand) => row.to),
    matured: column.count((row: ScoreBand) => row.conversion.denominator),
    converted: column.count((row: ScoreBand) => row.conversion.numerator),
    share: column.share((row: ScoreBand) => row.conversion.share),
    low: column.share((row: ScoreBand) => row.conversion.low),
    high: column.share((row: ScoreBand) => row.conversion.high),
    enough: column.flag((row: ScoreBand) => row.conversion.enough),
  }),
}
