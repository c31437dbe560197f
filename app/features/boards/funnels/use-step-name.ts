import { useTranslation } from 'react-i18next'
import type { StepField } from './funnel-fields'
import type { ChosenRule } from './funnel-params'
import type { FunnelWords } from './funnel-views'
import { useFieldOptions } from './use-field-options'

/** A step in words: what happened, then the values that narrow it. */
export function useStepName(words: FunnelWords): (rule: ChosenRule) => string {
  const { t } = useTranslation('funnels')
  const optionsOf = useFieldOptions(words)
  return ({ event, values }) => {
    const narrowed = Object.entries(values).map(
      ([field, value]) =>
        optionsOf(field as StepField, value).find((one) => one.value === value)?.label ?? value,
    )
    return [t(`event.${event}`), ...narrowed].join(' · ')
  }
}
