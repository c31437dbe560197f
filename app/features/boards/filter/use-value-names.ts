import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { DemoNames } from '../figures/board-views'
import type { FilterField, ValueNames } from './filter-fields'

/**
 * Formats the values of the filter's fields: plans and roles by their names in the demos, languages by their own names.
 */
export function useValueNames(names: readonly DemoNames[]): ValueNames {
  const { t, i18n } = useTranslation('boards')
  return useCallback<ValueNames>(
    (field, value) => {
      if (field === 'revision') return t('filter.revision', { number: value })
      if (field === 'locale')
        return new Intl.DisplayNames(i18n.language, { type: 'language' }).of(value) ?? value
      if (field === 'plan' || field === 'role') return nameIn(names, field, value)
      if (TOLD.includes(field)) return value
      return t(`filter.${field}.${value}`, { defaultValue: value })
    },
    [t, i18n.language, names],
  )
}

/** Words of addresses, which have no names of ours. */
const TOLD: readonly FilterField[] = ['source', 'campaign', 'keyword', 'account', 'segment']

function nameIn(names: readonly DemoNames[], field: 'plan' | 'role', id: string): string {
  const of = field === 'plan' ? ('plans' as const) : ('roles' as const)
  return names.map((one) => one[of][id]).find((name) => name !== undefined) ?? id
}
