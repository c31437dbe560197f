import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { TrialColumn } from '~/domain/insight/trial-column'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { SelectField } from '~/ui/select-field'
import type { TrialListQuery } from '../../filter/board-query'
import { listParams } from '../trial-list-params'
import { HiddenParams } from './hidden-params'

/** The order of the list, for phones, whose cards have no heads to press. */
export function TrialOrder({ query, columns }: { query: TrialListQuery; columns: readonly TrialColumn[] }) {
  const { t } = useTranslation('boards')
  const offered = columns.includes(query.sort) ? columns : [query.sort, ...columns]
  return (
    <Form
      method="get"
      action={paths.trialList()}
      preventScrollReset
      className="grid grid-cols-[1fr_1fr_auto] items-end gap-2 md:hidden"
    >
      <HiddenParams params={{ ...listParams(query), sort: undefined, direction: undefined }} />
      <SelectField
        label={t('filter.field.sort')}
        name="sort"
        value={query.sort}
        options={offered.map((column) => ({ value: column, label: t(`trials.column.${column}`) }))}
      />
      <SelectField
        label={t('filter.field.direction')}
        name="direction"
        value={query.direction}
        options={[
          { value: 'desc', label: t('trials.descending') },
          { value: 'asc', label: t('trials.ascending') },
        ]}
      />
      <Button type="submit">{t('filter.apply')}</Button>
    </Form>
  )
}
