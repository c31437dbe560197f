import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FLOW_SOURCES } from '~/domain/insight/path-flow/sequence'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { SelectField } from '~/ui/select-field'
import { boardParams } from '../../filter/board-query'
import { ChoiceLinks } from '../../filter/components/choice-links'
import { COLUMN_CHOICES, drawnParams, pathsHref } from '../paths-query'
import type { PathsBoard } from '../paths-view'
import { useTitles } from '../use-titles'

/** Chooses what paths are made of, from where to where they are drawn, and in how many columns. */
export function SankeyControls({ board }: { board: PathsBoard }) {
  const { t } = useTranslation('paths')
  const { demo, query, places } = board
  const titleOf = useTitles(board)
  const kept = { of: drawnParams(query).of, ...boardParams({ ...query, asOf: undefined }) }
  const options = [
    { value: '', label: t('diagram.anywhere') },
    ...places.map((value) => ({ value, label: titleOf(value) })),
  ]
  return (
    <div className="flex flex-wrap items-end gap-x-5 gap-y-3 print:hidden">
      <ChoiceLinks
        label={t('diagram.of')}
        choices={FLOW_SOURCES.map((of) => ({
          key: of,
          label: t(`diagram.source.${of}`),
          to: pathsHref(demo.slug, query, { of, start: undefined, end: undefined }),
          current: of === query.of,
        }))}
      />
      <Form
        method="get"
        action={paths.demoPaths(demo.slug)}
        preventScrollReset
        className="grid grid-cols-2 items-end gap-3 *:min-w-0 sm:flex sm:flex-wrap"
      >
        {Object.entries(kept).map(([name, value]) =>
          value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        <SelectField label={t('diagram.start')} name="start" value={query.start ?? ''} options={options} />
        <SelectField label={t('diagram.end')} name="end" value={query.end ?? ''} options={options} />
        <SelectField
          label={t('diagram.columns')}
          name="columns"
          value={String(query.columns)}
          options={COLUMN_CHOICES.map((count) => ({ value: String(count), label: String(count) }))}
        />
        <Button type="submit" tone="primary">
          {t('diagram.show')}
        </Button>
      </Form>
    </div>
  )
}
