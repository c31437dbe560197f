import type { Dimension } from '~/domain/insight/breakdown/dimensions'
import { BEGINNINGS } from '~/domain/insight/breakdown/dimensions'
import { TRIAL_ENTRIES } from '~/domain/trial/entry'
import type { FilterChoices } from '~/domain/insight/filter-choices'
import type { BoardQuery } from './board-query'
import { VISITORS } from './board-query'
import type { SegmentNames } from './segment-names'

export type FilterField = Exclude<Dimension, 'demo'> | 'segment'

export interface FilterOption {
  value: string
  label: string
}

/** A field with its value and its choices. */
export interface FilledField {
  field: FilterField
  value: string | undefined
  options: FilterOption[]
}

/** Formats the value of a field; names of plans and roles come from the demo. */
export type ValueNames = (field: FilterField, value: string) => string

const FIELDS: readonly FilterField[] = [
  'segment',
  'plan',
  'role',
  'locale',
  'channel',
  'source',
  'campaign',
  'keyword',
  'account',
  'device',
  'visitors',
  'beginning',
  'entry',
  'revision',
]

/** Too many values to choose from: they are set by a row of a breakdown. */
const WHEN_SET: readonly FilterField[] = ['source', 'campaign', 'keyword']

/**
 * The filter fields with their choices: the values of the trials in the period, and the selected one even if none has
 * it. `withRevision` is for pages about one demo.
 */
export function filterFields(
  query: BoardQuery,
  choices: FilterChoices & SegmentNames,
  nameOf: ValueNames,
  withRevision: boolean,
): FilledField[] {
  const values: Record<FilterField, string[]> = {
    segment: choices.segments.map(({ id }) => id),
    revision: choices.revisions.map(String),
    plan: choices.plans,
    role: choices.roles,
    locale: choices.locales,
    channel: choices.channels,
    source: [],
    campaign: [],
    keyword: [],
    beginning: [...BEGINNINGS],
    entry: [...TRIAL_ENTRIES],
    account: choices.accounts.map(({ id }) => id),
    device: choices.devices,
    visitors: [...VISITORS],
  }
  const labelOf: ValueNames = (field, value) => {
    if (field === 'account') return choices.accounts.find(({ id }) => id === value)?.name ?? value
    return field === 'segment' ? segmentName(choices, value) : nameOf(field, value)
  }
  const shown = (field: FilterField): boolean =>
    (withRevision || field !== 'revision') &&
    (!WHEN_SET.includes(field) || query[field] !== undefined) &&
    ((field !== 'account' && field !== 'segment') || values[field].length > 0 || query[field] !== undefined)
  return FIELDS.filter(shown).map((field) => {
    const chosen = query[field]?.toString()
    const all =
      chosen === undefined || values[field].includes(chosen) ? values[field] : [...values[field], chosen]
    return { field, value: chosen, options: all.map((value) => ({ value, label: labelOf(field, value) })) }
  })
}

const segmentName = ({ segments, removedSegments }: SegmentNames, id: string): string =>
  [...segments, ...removedSegments].find((one) => one.id === id)?.name ?? id
