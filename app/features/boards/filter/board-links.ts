import type { TrialSet } from '~/domain/insight/trial-set'
import { formatTrialSet } from '~/domain/insight/trial-set'
import { paths } from '~/paths'
import type { BoardQuery } from './board-query'
import { boardParams } from './board-query'

/** Links to the list of exactly those trials that a number on a board counts. */
export function trialsHref(query: BoardQuery, set: TrialSet, demo?: string): string {
  const name = formatTrialSet(set)
  return paths.trialList({ ...boardParams(query), demo, set: name === 'started' ? undefined : name })
}
