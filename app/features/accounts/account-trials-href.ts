import { paths } from '~/paths'

/** Every trial of an account's members, flagged ones too: as many as its pages say. */
export function accountTrialsHref(account: string): string {
  return paths.trialList({ account, range: 'all', flagged: 'in' })
}
