import { Table2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ListedTrial } from '~/domain/insight/listed-trial'
import type { TrialSort } from '~/domain/insight/trial-sort'
import { paths } from '~/paths'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { useBoardFormat } from '../board-format'
import { boardParams } from '../board-query'
import type { TrialList } from '../board-views'
import { trialNames } from '../trial-names'
import { useSetName } from '../use-set-name'
import { useValueNames } from '../use-value-names'
import { FilterBar } from './filter-bar'
import type { FilterChip } from './filter-chips'
import { PeriodLine } from './period-line'
import { TrialCards } from './trial-cards'
import { TrialTable } from './trial-table'

type Params = Record<string, string | undefined>

/** The trials behind a number, or all of them: each opens its replay. */
export function TrialsPage({ list }: { list: TrialList }) {
  const { t } = useTranslation('boards')
  const { query, set, period, choices, names, count, trials } = list
  const format = useBoardFormat(period.timeZone)
  const valueOf = useValueNames(Object.values(names))
  const setName = useSetName(query.demo === undefined ? undefined : names[query.demo])
  const plainSet = 'name' in set && set.name === 'started'
  const kept: Params = {
    demo: query.demo,
    set: plainSet ? undefined : query.set,
    sort: query.sort === 'started' ? undefined : query.sort,
    direction: query.direction === 'desc' ? undefined : query.direction,
  }
  const params = { ...kept, ...boardParams(query) }
  const sortHref = (sort: TrialSort) => {
    const turned = query.sort === sort && query.direction === 'desc'
    return paths.trialList({ ...params, sort, direction: turned ? 'asc' : undefined })
  }
  const nameOf = (trial: ListedTrial) => trialNames(trial, names, valueOf)
  const demos = [...new Set([...choices.demos, ...(query.demo ? [query.demo] : [])])]
  const chips: FilterChip[] = [
    ...(plainSet
      ? []
      : [{ key: 'set', label: setName(set), without: paths.trialList({ ...params, set: undefined }) }]),
    ...(query.demo === undefined
      ? []
      : [
          {
            key: 'demo',
            label: names[query.demo]?.title ?? query.demo,
            without: paths.trialList({ ...boardParams(query), revision: undefined }),
          },
        ]),
  ]
  return (
    <div className="grid gap-8">
      <div className="grid gap-5">
        <PageHeader
          title={t('trials.count', { count })}
          lead={<PeriodLine period={period} format={format} />}
          actions={
            query.demo === undefined ? null : (
              <LinkButton to={paths.demoBoard(query.demo, boardParams(query))} tone="secondary" size="small">
                {t('trials.board')}
              </LinkButton>
            )
          }
        />
        <FilterBar
          query={query}
          choices={choices}
          period={period}
          nameOf={valueOf}
          format={format}
          hrefOf={paths.trialList}
          kept={kept}
          withRevision={query.demo !== undefined}
          first={[
            {
              field: 'demo',
              value: query.demo,
              options: demos.map((slug) => ({ value: slug, label: names[slug]?.title ?? slug })),
            },
          ]}
          firstChips={chips}
        />
      </div>
      {trials.length === 0 ? (
        <NoTrials />
      ) : (
        <>
          <TrialTable trials={trials} query={query} format={format} nameOf={nameOf} sortHref={sortHref} />
          <TrialCards trials={trials} format={format} nameOf={nameOf} withDemo={query.demo === undefined} />
        </>
      )}
      <Pagination
        label={t('trials.pages')}
        previous={list.previous ? paths.trialList({ ...params, before: list.previous }) : undefined}
        next={list.next ? paths.trialList({ ...params, after: list.next }) : undefined}
        previousLabel={t('trials.previous')}
        nextLabel={t('trials.next')}
      />
    </div>
  )
}

function NoTrials() {
  const { t } = useTranslation('boards')
  return (
    <EmptyState
      icon={<Table2 aria-hidden="true" className="size-6" />}
      title={t('empty.list.title')}
      action={
        <LinkButton to={paths.trialList({ range: 'all' })} tone="secondary" size="small">
          {t('empty.reset')}
        </LinkButton>
      }
    >
      {t('empty.list.text')}
    </EmptyState>
  )
}
