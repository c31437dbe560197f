import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TrialTraits } from '~/domain/insight/segment/segment-rule'
import { LOCALES } from '~/domain/text'
import type { DemoNames } from '../figures/board-views'
import type { FilterField, FilterOption } from '../filter/filter-fields'
import { useValueNames } from '../filter/use-value-names'
import type { SegmentWords } from './segment-views'
import type { Trait } from './trait-fields'

const ENDINGS = ['success', 'other', 'open']

const named = (record: Record<string, string> = {}): FilterOption[] =>
  Object.entries(record).map(([value, label]) => ({ value, label }))

const merged = (demos: readonly DemoNames[], part: 'plans' | 'roles') =>
  named(Object.assign({}, ...demos.map((one) => one[part])) as Record<string, string>)

/** The values of a trait by their names; states, tasks and roles are those of the demo that is chosen beside them. */
export function useTraitOptions({ choices, names }: SegmentWords) {
  const { t } = useTranslation('segments')
  const demos = useMemo(() => Object.values(names), [names])
  const nameOf = useValueNames(demos)
  const list = (values: readonly string[], field: FilterField): FilterOption[] =>
    values.map((value) => ({ value, label: nameOf(field, value) }))
  const options: Partial<Record<Trait, (own: DemoNames | undefined) => FilterOption[]>> = {
    demo: () => Object.entries(names).map(([value, one]) => ({ value, label: one.title })),
    ended: () => ENDINGS.map((value) => ({ value, label: t(`ended.${value}`) })),
    state: (own) => named(own?.states),
    task: (own) => named(own?.tasks),
    plan: () => merged(demos, 'plans'),
    role: (own) => (own ? named(own.roles) : merged(demos, 'roles')),
    locale: () => list(LOCALES, 'locale'),
    device: () => list(choices.devices, 'device'),
    channel: () => list(choices.channels, 'channel'),
  }
  return (trait: Trait, like: TrialTraits): FilterOption[] =>
    options[trait]?.(like.demo === undefined ? undefined : names[like.demo]) ?? []
}
