import { useTranslation } from 'react-i18next'
import { DURATION_BINS, SCORE_BINS } from '~/domain/insight/bins'
import type { TrialSet } from '~/domain/insight/trial-set'
import { STEP_MARK } from '~/domain/insight/trial-set'
import type { DemoNames } from './board-views'

const MINUTE_MS = 60_000

/** A set of trials in words, such as "left at “Pick the goods”". */
export function useSetName(names: DemoNames | undefined): (set: TrialSet) => string {
  const { t } = useTranslation('boards')
  const state = (id: string) => names?.states[id] ?? id
  return (set) => {
    if ('name' in set) return t(`set.${set.name}`)
    const { family, key } = set
    switch (family) {
      case 'entered':
      case 'dropped-at':
        return t(`set.${family}`, { state: state(key) })
      case 'edge':
      case 'path':
        return t(`set.${family}`, { states: key.split(STEP_MARK).map(state).join(' → ') })
      case 'task-offered':
      case 'task-done':
        return t(`set.${family}`, { task: names?.tasks[key] ?? key })
      case 'stars':
        return t('set.stars', { count: Number(key) })
      case 'minutes': {
        const bin = DURATION_BINS.find((one) => one.key === key)
        const from = (bin?.from ?? 0) / MINUTE_MS
        if (!bin?.until) return t('set.minutesOver', { from })
        return t('set.minutes', { from, until: bin.until / MINUTE_MS })
      }
      case 'score': {
        const bin = SCORE_BINS.find((one) => one.key === key)
        return t('set.score', { from: bin?.from ?? key, until: bin?.until ? bin.until - 1 : 100 })
      }
    }
  }
}
