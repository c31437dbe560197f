import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { ListedTrial } from '~/domain/insight/listed-trial'
import type { TrialSort } from '~/domain/insight/trial-sort'
import { paths } from '~/paths'
import { Badge } from '~/ui/badge'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import type { BoardFormat } from '../../figures/board-format'
import type { TrialListQuery } from '../../filter/board-query'
import type { TrialNames } from '../trial-names'
import { FlagList } from '../../figures/components/flag-list'
import { SortHead } from './sort-head'
import { StarRow } from '../../figures/components/star-row'
import { TrialEnding } from '../../figures/components/trial-ending'

interface TrialTableProps {
  trials: readonly ListedTrial[]
  query: TrialListQuery
  format: BoardFormat
  nameOf: (trial: ListedTrial) => TrialNames
  sortHref: (sort: TrialSort) => string
}

/** The table of trials for wide screens; the start time links to the replay. */
export function TrialTable({ trials, query, format, nameOf, sortHref }: TrialTableProps) {
  const { t } = useTranslation('boards')
  const head = (sort: TrialSort, numeric = false) => (
    <SortHead sorted={query.sort === sort ? query.direction : null} to={sortHref(sort)} numeric={numeric}>
      {t(`trials.column.${sort}`)}
    </SortHead>
  )
  return (
    <DataTable label={t('trials.title')} className="max-md:hidden">
      <thead>
        <tr>
          {head('started')}
          {query.demo === undefined ? <HeadCell>{t('trials.column.demo')}</HeadCell> : null}
          <HeadCell>{t('trials.column.who')}</HeadCell>
          <HeadCell>{t('trials.column.channel')}</HeadCell>
          {head('active', true)}
          {head('score', true)}
          <HeadCell>{t('trials.column.ending')}</HeadCell>
          <HeadCell>{t('trials.column.rating')}</HeadCell>
          <HeadCell>
            <span className="sr-only">{t('trials.column.marks')}</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {trials.map((trial) => (
          <TrialRow
            key={trial.id}
            trial={trial}
            names={nameOf(trial)}
            format={format}
            withDemo={query.demo === undefined}
          />
        ))}
      </tbody>
    </DataTable>
  )
}

interface TrialRowProps {
  trial: ListedTrial
  names: TrialNames
  format: BoardFormat
  withDemo: boolean
}

function TrialRow({ trial, names, format, withDemo }: TrialRowProps) {
  const { t } = useTranslation('boards')
  return (
    <Row className="hover:bg-sunken/60">
      <Cell className="whitespace-nowrap tabular-nums">
        <Link
          to={paths.replay(trial.id)}
          className="font-medium underline decoration-line-strong underline-offset-4 hover:decoration-accent"
        >
          {format.instant(trial.startedAt)}
        </Link>
      </Cell>
      {withDemo ? <Cell>{names.demo}</Cell> : null}
      <Cell className="whitespace-nowrap">{`${names.plan} · ${names.role}`}</Cell>
      <Cell className="whitespace-nowrap text-muted">{`${names.channel} · ${names.device}`}</Cell>
      <Cell numeric className="whitespace-nowrap">
        {format.duration(trial.activeMs)}
      </Cell>
      <Cell numeric>{trial.score === null ? t('trials.unknown') : format.number(trial.score)}</Cell>
      <Cell>
        <TrialEnding outcome={trial.outcome} running={trial.running} lastState={names.lastState} />
      </Cell>
      <Cell>{trial.stars === null ? null : <StarRow stars={trial.stars} />}</Cell>
      <Cell>
        <span className="flex flex-wrap justify-end gap-1">
          {trial.converted ? <Badge tone="good">{t('trials.converted')}</Badge> : null}
          <FlagList flags={trial.flags} />
        </span>
      </Cell>
    </Row>
  )
}
