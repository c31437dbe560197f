import { Table2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ListedTrial } from '~/domain/insight/listed-trial'
import { paths } from '~/paths'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { Pagination } from '~/ui/pagination'
import type { BoardFormat } from '../../figures/board-format'
import { useBoardFormat } from '../../figures/board-format'
import { NoTrials } from '../../figures/components/no-trials'
import { boardParams, columnsOf, isNarrowed, SEARCH_LENGTH } from '../../filter/board-query'
import type { TrialList } from '../../figures/board-views'
import type { ValueNames } from '../../filter/filter-fields'
import { currentParams, keptParams, listParams, sortHref } from '../trial-list-params'
import { trialNames } from '../trial-names'
import { useSetName } from '../use-set-name'
import { useValueNames } from '../../filter/use-value-names'
import { BoardHead } from '../../filter/components/board-head'
import type { FilterChip } from '../../filter/components/filter-chips'
import { demoField } from '../../filter/demo-field'
import { DownloadPanel } from '../../files/components/download-panel'
import { CompareChoice } from './compare-choice'
import { ColumnChoice } from './column-choice'
import { ListSearch } from './list-search'
import { TrialCards } from './trial-cards'
import { TrialOrder } from './trial-order'
import { TrialTable } from './trial-table'

/** The list of trials behind a number, or of all; each links to its replay. */
export function TrialsPage({ list }: { list: TrialList }) {
  const { t } = useTranslation('boards')
  const { query, period, names, count } = list
  const format = useBoardFormat(period.timeZone)
  const valueOf = useValueNames(Object.values(names))
  const params = listParams(query)
  return (
    <div className="grid gap-8">
      <BoardHead
        title={t('trials.count', { count })}
        actions={
          <>
            {query.demo === undefined ? null : (
              <LinkButton to={paths.demoBoard(query.demo, boardParams(query))} tone="secondary" size="small">
                {t('trials.board')}
              </LinkButton>
            )}
            <DownloadPanel board="trials" tables={['trials', 'events']} query={params} isLong />
          </>
        }
        board={list}
        live={{ demo: params.demo, set: params.set, search: params.search }}
        nameOf={valueOf}
        format={format}
        hrefOf={paths.trialList}
        kept={keptParams(query)}
        withRevision={query.demo !== undefined}
        first={[demoField(list)]}
        firstChips={useListChips(list, format)}
      >
        <div className="flex flex-wrap items-start gap-3">
          <ListSearch
            action={paths.trialList()}
            params={currentParams(query)}
            search={query.search}
            maxLength={SEARCH_LENGTH}
            label={t('trials.search.label')}
            submit={t('trials.search.do')}
          />
          <ColumnChoice query={query} />
        </div>
      </BoardHead>
      <TrialRows list={list} format={format} valueOf={valueOf} />
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

function TrialRows({ list, format, valueOf }: { list: TrialList; format: BoardFormat; valueOf: ValueNames }) {
  const { query, trials, names } = list
  const nameOf = (trial: ListedTrial) => trialNames(trial, names, valueOf)
  const columns = columnsOf(query)
  if (trials.length === 0) return <NothingListed query={query} />
  return (
    <>
      <TrialOrder query={query} columns={columns} />
      <CompareChoice key={query.compare} first={query.compare}>
        {(box) => (
          <>
            <TrialTable
              box={box}
              trials={trials}
              columns={columns}
              query={query}
              format={format}
              nameOf={nameOf}
              sortHref={(sort) => sortHref(query, sort)}
            />
            <TrialCards box={box} trials={trials} columns={columns} format={format} nameOf={nameOf} />
          </>
        )}
      </CompareChoice>
    </>
  )
}

/** What narrows the list besides the filter: its search, its set and its demo. */
function useListChips({ query, set, names }: TrialList, format: BoardFormat): FilterChip[] {
  const own = query.demo === undefined ? undefined : names[query.demo]
  const { t } = useTranslation('boards')
  const setName = useSetName(own, format)
  const params = currentParams(query)
  const chips: FilterChip[] = []
  if (query.search !== undefined) {
    const without = paths.trialList({ ...currentParams(query), search: undefined })
    chips.push({ key: 'search', label: t('trials.search.chip', { text: query.search }), without })
  }
  if (query.set !== 'started') {
    chips.push({ key: 'set', label: setName(set), without: paths.trialList({ ...params, set: undefined }) })
  }
  if (query.demo !== undefined) {
    const without = paths.trialList({ ...params, demo: undefined, set: undefined, revision: undefined })
    chips.push({ key: 'demo', label: own?.title ?? query.demo, without })
  }
  return chips
}

function NothingListed({ query }: { query: TrialList['query'] }) {
  const { t } = useTranslation('boards')
  if (isNarrowed(query) || query.demo !== undefined) return <NoTrials narrowed hrefOf={paths.trialList} />
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
