import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DemoNames } from '../figures/board-views'
import type { FilterOption } from '../filter/filter-fields'
import { useValueNames } from '../filter/use-value-names'
import type { StepField } from './funnel-fields'
import { FIXED_VALUES } from './funnel-fields'
import type { FunnelBoard } from './funnel-views'

type Named = Pick<FunnelBoard, 'names' | 'choices' | 'messages'>

/** The values of a field by their names; one that is chosen is among them whatever trials there are. */
export function useFieldOptions({ names, choices, messages }: Named) {
  const { t } = useTranslation('funnels')
  const demos = useMemo(() => Object.values(names), [names])
  const nameOf = useValueNames(demos)
  const valuesOf = (field: StepField): FilterOption[] => {
    const list = (values: readonly string[], label: (value: string) => string) =>
      values.map((value) => ({ value, label: label(value) }))
    switch (field) {
      case 'demo':
        return list(Object.keys(names), (slug) => names[slug]?.title ?? slug)
      case 'state':
        return places(names, (own) => own.states)
      case 'task':
        return places(names, (own) => own.tasks)
      case 'plan':
        return list([...new Set(demos.flatMap((own) => Object.keys(own.plans)))], (id) => nameOf('plan', id))
      case 'message':
        return Object.entries(messages).map(([value, label]) => ({ value, label }))
      case 'channel':
        return list(choices.channels, (value) => nameOf('channel', value))
      case 'device':
        return list(choices.devices, (value) => nameOf('device', value))
      case 'locale':
        return list(choices.locales, (value) => nameOf('locale', value))
      case 'stars':
        return list(FIXED_VALUES.stars, (value) => value)
      default:
        return list(FIXED_VALUES[field], (value) => t(`value.${value}`))
    }
  }
  return (field: StepField, chosen?: string): FilterOption[] => {
    const values = valuesOf(field)
    const isListed = chosen === undefined || values.some(({ value }) => value === chosen)
    return isListed ? values : [...values, { value: chosen, label: chosen }]
  }
}

function places(names: Named['names'], partOf: (own: DemoNames) => Record<string, string>): FilterOption[] {
  return Object.entries(names).flatMap(([slug, own]) =>
    Object.entries(partOf(own)).map(([id, name]) => ({
      value: `${slug}/${id}`,
      label: `${own.title}: ${name}`,
    })),
  )
}
