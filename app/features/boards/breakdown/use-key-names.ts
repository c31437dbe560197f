import { useTranslation } from 'react-i18next'
import type { Dimension, DimensionValue } from '~/domain/insight/breakdown/dimensions'
import { useValueNames } from '../filter/use-value-names'
import type { BreakdownBoard } from './breakdown-view'

/** Names a value of a dimension. */
export type KeyNames = (dimension: Dimension, value: DimensionValue) => string

export function useKeyNames({ names, choices }: BreakdownBoard): KeyNames {
  const { t } = useTranslation('breakdown')
  const valueOf = useValueNames(Object.values(names))
  return (dimension, value) => {
    if (value === null) return t('none')
    const text = String(value)
    if (dimension === 'demo') return names[text]?.title ?? text
    if (dimension === 'account') return choices.accounts.find(({ id }) => id === text)?.name ?? text
    return valueOf(dimension, text)
  }
}
