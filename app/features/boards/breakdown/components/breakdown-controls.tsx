import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DIMENSIONS } from '~/domain/insight/breakdown/dimensions'
import { BREAKDOWN_MEASURES } from '~/domain/insight/breakdown/measures'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { SelectField } from '~/ui/select-field'
import { breakdownParams, type BreakdownQuery } from '../breakdown-query'

/** Chooses the measure and the dimensions. A plain form. */
export function BreakdownControls({ query }: { query: BreakdownQuery }) {
  const { t } = useTranslation('breakdown')
  const { measure: _measure, by: _by, and: _and, asOf: _asOf, ...kept } = breakdownParams(query)
  const dimensions = DIMENSIONS.map((value) => ({ value, label: t(`dimension.${value}`) }))
  const measures = BREAKDOWN_MEASURES.map((value) => ({ value, label: t(`measure.${value}`) }))
  return (
    <Form
      method="get"
      action={paths.breakdown()}
      preventScrollReset
      className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap"
    >
      {Object.entries(kept).map(([name, value]) =>
        value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Choice name="measure" value={query.measure} options={measures} />
      <Choice name="by" value={query.by} options={dimensions} />
      <Choice
        name="and"
        value={query.and ?? ''}
        options={[{ value: '', label: t('nothing') }, ...dimensions]}
      />
      <Button type="submit" tone="primary">
        {t('show')}
      </Button>
    </Form>
  )
}

interface ChoiceProps {
  name: 'measure' | 'by' | 'and'
  value: string
  options: { value: string; label: string }[]
}

function Choice({ name, value, options }: ChoiceProps) {
  const { t } = useTranslation('breakdown')
  return <SelectField label={t(`choose.${name}`)} name={name} value={value} options={options} />
}
