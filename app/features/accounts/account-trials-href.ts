import { paths } from '~/paths'

/** Links to all trials of an account's members, including flagged and simulated ones, so that the list matches the number shown. */
export function accountTrialsHref(account: string): string {
  return paths.trialList({ account, range: 'all', flagged: 'in', simulated: 'in' })
}
