import { Form } from '@remix-run/react'
import { ArrowDown, ArrowUp, ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TrialColumn } from '~/domain/insight/trial-column'
import { DEFAULT_COLUMNS, LIST_COLUMNS, formatColumns } from '~/domain/insight/trial-column'
import { paths } from '~/paths'
import { Button, buttonClass } from '~/ui/button'
import { CheckboxInput } from '~/ui/controls'
import type { TrialListQuery } from '../../filter/board-query'
import { columnsOf } from '../../filter/board-query'
import { listParams } from '../trial-list-params'

interface Offered {
  column: TrialColumn
  shown: boolean
}

/** Which columns the list shows, and in which order. */
export function ColumnChoice({ query }: { query: TrialListQuery }) {
  const { t } = useTranslation('boards')
  const chosen = columnsOf({ columns: query.columns, search: undefined })
  return (
    <details className="group open:w-full">
      <summary className={buttonClass('secondary', 'medium', 'w-fit list-none')}>
        <span>{t('trials.columns.open')}</span>
        <ChevronDown aria-hidden="true" className="size-4 text-faint group-open:rotate-180" />
      </summary>
      <ColumnForm key={formatColumns(chosen)} query={query} chosen={chosen} />
    </details>
  )
}

function ColumnForm({ query, chosen }: { query: TrialListQuery; chosen: readonly TrialColumn[] }) {
  const { t } = useTranslation('boards')
  const [offered, setOffered] = useState(() => offer(chosen))
  const shown = offered.flatMap(({ column, shown }) => (shown ? [column] : []))
  const toggle = (column: TrialColumn) =>
    setOffered(offered.map((one) => (one.column === column ? { ...one, shown: !one.shown } : one)))
  return (
    <Form
      method="post"
      action={paths.trialList(listParams(query))}
      preventScrollReset
      className="mt-4 grid gap-4 rounded-xl bg-sunken p-4"
    >
      <fieldset>
        <legend className="mb-2 text-sm text-muted">{t('trials.columns.text')}</legend>
        <ol className="grid gap-x-6 gap-y-1 sm:grid-flow-col sm:grid-rows-10 lg:grid-rows-7">
          {offered.map(({ column, shown: isShown }, place) => (
            <li key={column} className="flex items-center gap-2">
              <label className="flex min-h-9 flex-1 items-center gap-2 text-sm">
                <CheckboxInput
                  name="columns"
                  value={column}
                  checked={isShown}
                  onChange={() => toggle(column)}
                />
                <span>{t(`trials.column.${column}`)}</span>
              </label>
              <MoveButton
                label={t('trials.columns.earlier', { column: t(`trials.column.${column}`) })}
                icon={ArrowUp}
                disabled={place === 0}
                onMove={() => setOffered(swapped(offered, place - 1))}
              />
              <MoveButton
                label={t('trials.columns.later', { column: t(`trials.column.${column}`) })}
                icon={ArrowDown}
                disabled={place === offered.length - 1}
                onMove={() => setOffered(swapped(offered, place))}
              />
            </li>
          ))}
        </ol>
      </fieldset>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="primary" size="small" disabled={shown.length === 0}>
          {t('filter.apply')}
        </Button>
        <Button size="small" tone="quiet" onClick={() => setOffered(offer(DEFAULT_COLUMNS))}>
          {t('trials.columns.usual')}
        </Button>
      </div>
    </Form>
  )
}

function MoveButton({
  label,
  icon: Icon,
  disabled,
  onMove,
}: {
  label: string
  icon: typeof ArrowUp
  disabled: boolean
  onMove: () => void
}) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={disabled}
      onClick={() => (disabled ? undefined : onMove())}
      className={buttonClass('quiet', 'small', 'w-8 px-0')}
    >
      <Icon aria-hidden="true" className="size-4" />
    </button>
  )
}

/** Every column, those that are shown first and in their order. */
function offer(shown: readonly TrialColumn[]): Offered[] {
  const others = LIST_COLUMNS.filter((column) => !shown.includes(column))
  return [...shown, ...others].map((column) => ({ column, shown: shown.includes(column) }))
}

/** The list with this entry and the next one in each other's place. */
function swapped(offered: readonly Offered[], place: number): Offered[] {
  const [one, other] = [offered[place], offered[place + 1]]
  if (!one || !other) return [...offered]
  return [...offered.slice(0, place), other, one, ...offered.slice(place + 2)]
}
