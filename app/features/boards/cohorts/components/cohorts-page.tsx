import { useTranslation } from 'react-i18next'
import { COHORT_MEASURES } from '~/domain/insight/cohorts/cohort-terms'
import { paths } from '~/paths'
import { DownloadPanel } from '../../files/components/download-panel'
import { useBoardFormat } from '../../figures/board-format'
import { NoTrials } from '../../figures/components/no-trials'
import { isNarrowed } from '../../filter/board-query'
import { BoardHead } from '../../filter/components/board-head'
import { ChoiceLinks } from '../../filter/components/choice-links'
import { demoChips, demoField } from '../../filter/demo-field'
import { useValueNames } from '../../filter/use-value-names'
import { cohortParams, keptCohortParams } from '../cohort-query'
import type { CohortsBoard } from '../cohorts-view'
import { CohortGrid } from './cohort-grid'

/** New visitors by the week of their first trial, and what became of them week by week. */
export function CohortsPage({ board }: { board: CohortsBoard }) {
  const { t } = useTranslation('cohorts')
  const { query, period, names, whole } = board
  const format = useBoardFormat(period.timeZone)
  const nameOf = useValueNames(Object.values(names))
  const params = cohortParams(query)
  return (
    <div className="grid gap-8">
      <BoardHead
        title={t('title')}
        board={board}
        nameOf={nameOf}
        format={format}
        hrefOf={paths.cohorts}
        kept={keptCohortParams(query)}
        withRevision={query.demo !== undefined}
        first={[demoField(board)]}
        firstChips={demoChips(board, (rest) => paths.cohorts({ ...params, ...rest }))}
        actions={<DownloadPanel board="cohorts" tables={['cohorts']} query={params} />}
      >
        <ChoiceLinks
          label={t('follow')}
          choices={COHORT_MEASURES.map((follow) => ({
            key: follow,
            label: t(`measure.${follow}`),
            to: paths.cohorts(cohortParams({ ...query, follow })),
            current: follow === query.follow,
          }))}
        />
      </BoardHead>
      {whole.visitors === 0 ? (
        <NoTrials
          narrowed={isNarrowed(query) || query.demo !== undefined}
          hrefOf={(rest) => paths.cohorts({ ...keptCohortParams({ ...query, demo: undefined }), ...rest })}
        />
      ) : (
        <section className="grid gap-4" aria-label={t('title')}>
          <p className="max-w-2xl text-sm text-muted">
            <span>{t(`definition.${query.follow}`)}</span>
            <span>{` ${t('explained', { timeZone: period.timeZone })}`}</span>
          </p>
          <CohortGrid board={board} format={format} />
          <p className="text-xs text-faint">{t('open')}</p>
        </section>
      )}
    </div>
  )
}
