import type { AccountFigures } from './account-figures'

/** An account with its name and all its domains, those of accounts that were merged into it too. */
export interface TriedAccount extends AccountFigures {
  name: string
  domains: string[]
}
