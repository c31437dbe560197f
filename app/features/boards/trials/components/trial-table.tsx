import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { ListedTrial } from '~/domain/insight/listed-trial'
import type { TrialColumn } from '~/domain/insight/trial-column'
import { paths } from '~/paths'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import type { BoardFormat } from '../../figures/board-format'
import type { TrialListQuery } from '../../filter/board-query'
import type { TrialNames } from '../trial-names'
import type { CompareBox } from './compare-choice'
import { SortHead } from './sort-head'
import { TrialCell, isNumeric } from './trial-cell'

interface TrialTableProps {
  box: CompareBox
  trials: readonly ListedTrial[]
  columns: readonly TrialColumn[]
  query: TrialListQuery
  format: BoardFormat
  nameOf: (trial: ListedTrial) => TrialNames
  sortHref: (sort: TrialColumn) => string
}

/** The table of trials for wide screens; the first column links to the replay. */
export function TrialTable({ box, trials, columns, query, format, nameOf, sortHref }: TrialTableProps) {
  const { t } = useTranslation('boards')
  return (
    <DataTable label={t('trials.title')} className="max-md:hidden">
      <thead>
        <tr>
          <HeadCell className="w-6">
            <span className="sr-only">{t('compare.column')}</span>
          </HeadCell>
          {columns.map((column) => (
            <SortHead
              key={column}
              sorted={query.sort === column ? query.direction : null}
              to={sortHref(column)}
              numeric={isNumeric(column)}
            >
              {t(`trials.column.${column}`)}
            </SortHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {trials.map((trial) => (
          <TrialRow
            key={trial.id}
            box={box}
            trial={trial}
            columns={columns}
            names={nameOf(trial)}
            format={format}
          />
        ))}
      </tbody>
    </DataTable>
  )
}

interface TrialRowProps {
  box: CompareBox
  trial: ListedTrial
  columns: readonly TrialColumn[]
  names: TrialNames
  format: BoardFormat
}

function TrialRow({ box, trial, columns, ...given }: TrialRowProps) {
  return (
    <Row className="hover:bg-sunken/60">
      <Cell className="w-6">{box({ id: trial.id, started: given.format.instant(trial.startedAt) })}</Cell>
      {columns.map((column, place) => (
        <Cell
          key={column}
          numeric={isNumeric(column)}
          className={BREAKING.includes(column) ? 'min-w-32' : 'whitespace-nowrap'}
        >
          {place === 0 ? (
            <ReplayLink trial={trial} column={column} {...given} />
          ) : (
            <TrialCell column={column} trial={trial} {...given} />
          )}
        </Cell>
      ))}
    </Row>
  )
}

/** Columns of words that may break. */
const BREAKING: readonly TrialColumn[] = ['demo', 'ending', 'comment', 'notes', 'flags']

/** The first column may be empty for a trial; its start is not. */
function ReplayLink({
  trial,
  column,
  format,
  names,
}: Omit<TrialRowProps, 'columns' | 'box'> & { column: TrialColumn }) {
  const { t } = useTranslation('boards')
  const name = t('trials.open', { started: format.instant(trial.startedAt) })
  return (
    <Link
      to={paths.replay(trial.id)}
      aria-label={column === 'started' ? undefined : name}
      className="inline-flex min-h-6 min-w-6 items-center font-medium tabular-nums underline decoration-line-strong underline-offset-4 hover:decoration-accent"
    >
      <TrialCell column={hasValue(trial, column) ? column : 'started'} {...{ trial, names, format }} />
    </Link>
  )
}

function hasValue(trial: ListedTrial, column: TrialColumn): boolean {
  const held: Partial<Record<TrialColumn, boolean>> = {
    rating: trial.stars !== null,
    comment: trial.comment !== '' || trial.remarks.length > 0,
    notes: trial.notes.length > 0,
    goal: trial.converted,
    flags: trial.flags.length > 0,
  }
  return held[column] ?? true
}
