import { useTranslation } from 'react-i18next'
import type { IgnoredParameter } from '~/domain/ignored-parameter'
import type { FilterChoices } from '~/domain/insight/filter-choices'
import type { BoardFormat } from '../../figures/board-format'
import type { BoardQuery } from '../board-query'
import { boardParams } from '../board-query'
import type { BoardPeriod } from '../../figures/board-views'
import { filterFields } from '../filter-fields'
import { useSegmentNames } from '../segment-names'
import type { FilledField, ValueNames } from '../filter-fields'
import type { FilterChip } from './filter-chips'
import { FilterChips } from './filter-chips'
import type { PanelField } from './filter-panel'
import { FilterPanel } from './filter-panel'
import { MovedOnNotice } from './moved-on-notice'
import { LeftOutNotice } from '~/ui/ignored-parameters-notice'
import { PrintedFilter } from './printed-filter'
import { RangeLinks } from './range-links'
import { SwitchButton } from './switch-button'

export interface FilterBarProps {
  query: BoardQuery
  leftOut: readonly IgnoredParameter[]
  choices: FilterChoices
  period: BoardPeriod
  nameOf: ValueNames
  format: BoardFormat
  /** Address of this page with other parameters. */
  hrefOf: (params: Record<string, string | undefined>) => string
  /** Parameters of this page that are not of the filter: the set and the order of a list. */
  kept?: Record<string, string | undefined>
  /** For the board of one demo, which can be filtered by revision. */
  withRevision?: boolean
  /** False for a board whose figures have periods of their own. */
  withDays?: boolean
  /** Further fields, before the others. */
  first?: PanelField[]
  /** Further chips, before the others. */
  firstChips?: FilterChip[]
}

/** The filter shared by all boards. It is kept in the URL and works as links and forms; what it changes is shown as of now. */
export function FilterBar(given: FilterBarProps) {
  const props = { ...given, query: { ...given.query, asOf: undefined } }
  const { query, choices, nameOf, hrefOf, kept = {}, withRevision = false, withDays = true } = props
  const { t } = useTranslation('boards')
  const params = { ...kept, ...boardParams(query) }
  const action = hrefOf({})
  const segments = useSegmentNames()
  const fields = filterFields(query, { ...choices, ...segments }, nameOf, withRevision)
  const chips = [...(props.firstChips ?? []), ...useChips(props, fields)]
  return (
    <div className="grid gap-3">
      <PrintedFilter query={query} chips={chips} />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2 print:hidden">
        {withDays ? <RangeLinks query={query} hrefOf={(range) => hrefOf({ ...kept, ...range })} /> : null}
        <SwitchButton
          name="simulated"
          on={query.simulated === 'in'}
          label={t('filter.simulated', { count: choices.simulated })}
          params={params}
          action={action}
        />
        <SwitchButton
          name="flagged"
          on={query.flagged === 'in'}
          label={t('filter.flagged', { count: choices.flagged })}
          params={params}
          action={action}
        />
      </div>
      <div className="flex flex-wrap items-start gap-2 print:hidden">
        <FilterPanel
          query={query}
          fields={[...(props.first ?? []), ...fields]}
          withDays={withDays}
          action={action}
          kept={{
            ...kept,
            range: params.range,
            flagged: params.flagged,
            simulated: params.simulated,
            goal: params.goal,
            unit: params.unit,
            without: params.without,
          }}
        />
        <FilterChips chips={chips} />
      </div>
      <MovedOnNotice period={props.period} />
      <LeftOutNotice
        leftOut={props.leftOut}
        nameOf={(name) => t(`filter.field.${name}`, { defaultValue: name })}
      />
    </div>
  )
}

function useChips(
  { query, period, format, hrefOf, kept = {} }: FilterBarProps,
  fields: readonly FilledField[],
): FilterChip[] {
  const { t } = useTranslation('boards')
  const params = { ...kept, ...boardParams(query) }
  const days = {
    key: 'days',
    label: format.days(period.first, period.last),
    without: hrefOf({ ...params, from: undefined, to: undefined }),
  }
  const narrowed = fields.flatMap(({ field, value, options }) =>
    value === undefined
      ? []
      : [
          {
            key: field,
            label: `${t(`filter.field.${field}`)}: ${options.find((one) => one.value === value)?.label ?? value}`,
            without: hrefOf({ ...params, [field]: undefined }),
          },
        ],
  )
  const lacks = (query.without?.split(',') ?? []).map((dimension, _index, all) => ({
    key: `without-${dimension}`,
    label: t('filter.none', { field: t(`filter.field.${dimension}`) }),
    without: hrefOf({
      ...params,
      without: all.filter((one) => one !== dimension).join(',') || undefined,
    }),
  }))
  return [...(query.from || query.to ? [days] : []), ...narrowed, ...lacks]
}
