import type { AccountScore } from '~/domain/insight/accounts/account-score'
import type { AccountEvent, AccountDemo, AccountPerson } from '~/domain/insight/accounts/account-story'
import type { TriedAccount } from '~/domain/insight/accounts/tried-account'
import type { BoardPage, DemoNames } from '../figures/board-views'
import type { ResolvedQuery } from '../filter/board-query'
import type { AccountBoardQuery } from './account-query'

/** A demo that an account tried, with the roles that somebody reached in it. */
interface ToldDemo extends Omit<AccountDemo, 'entered'> {
  title: string
  roles: string[]
}

/** One account: who of the company tried what, and when. */
export interface AccountBoard extends BoardPage {
  query: ResolvedQuery<AccountBoardQuery>
  account: { id: string; name: string; domains: string[] }
  /** Null when nobody of it tried anything in the scope. */
  figures: TriedAccount | null
  score: AccountScore | null
  people: AccountPerson[]
  demos: ToldDemo[]
  events: AccountEvent[]
  /** Of the timeline; fewer may be shown. */
  eventCount: number
  names: Record<string, DemoNames>
  /** The reader may open the account in the studio. */
  mayManage: boolean
}
