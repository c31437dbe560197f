import { useTranslation } from 'react-i18next'
import type { SetFamily } from '~/domain/insight/trial-set'
import { STEP_MARK } from '~/domain/insight/trial-set'
import { paths } from '~/paths'
import type { BoardFormat } from '../../figures/board-format'
import { trialsHref } from '../../filter/board-links'
import type { DemoBoard } from '../../figures/board-views'
import { BoardSection } from '../../figures/components/board-section'
import { ConversionSection } from '../../figures/components/conversion-section'
import { DropOffTable } from './drop-off-table'
import { FlowDrawing } from './flow-drawing'
import { HesitationTable } from './hesitation-table'
import { PathSection } from './path-section'
import { RatingSection } from './rating-section'
import { ScoreSection } from './score-section'
import { TaskTable } from './task-table'
import { TimeSection } from './time-section'

/** The parts of a demo's board below its figures. Without trials only the chart is left to show. */
export function DemoSections({ board, format }: { board: DemoBoard; format: BoardFormat }) {
  const { t } = useTranslation('boards')
  const { query, demo, measures, names, chart } = board
  const { counts } = measures
  const inFamily = (family: SetFamily, key: string) => trialsHref(query, { family, key }, demo.slug)
  const hasTrials = counts.started > 0
  return (
    <>
      {hasTrials ? (
        <div className="grid gap-x-16 gap-y-12 xl:grid-cols-2">
          <TimeSection
            bars={measures.activeMs.bars}
            format={format}
            hrefOf={(key) => inFamily('minutes', key)}
          />
          <ScoreSection bars={measures.score.bars} format={format} hrefOf={(key) => inFamily('score', key)} />
        </div>
      ) : null}
      <BoardSection title={t('flow.title')} definition={t('flow.definition', { number: board.drawn })}>
        <FlowDrawing
          chart={chart}
          planNames={names.plans}
          started={counts.started}
          format={format}
          links={{
            entered: (state) => inFamily('entered', state),
            edge: (from, to) => inFamily('edge', `${from}${STEP_MARK}${to}`),
          }}
        />
        {hasTrials ? (
          <div className="max-w-3xl">
            <DropOffTable states={measures.dropOff} titles={names.states} format={format} hrefOf={inFamily} />
          </div>
        ) : null}
      </BoardSection>
      {hasTrials ? <TrialSections board={board} format={format} inFamily={inFamily} /> : null}
    </>
  )
}

function TrialSections({
  board,
  format,
  inFamily,
}: {
  board: DemoBoard
  format: BoardFormat
  inFamily: (family: SetFamily, key: string) => string
}) {
  const { t } = useTranslation('boards')
  const { query, demo, measures, conversion, names, period } = board
  return (
    <>
      <BoardSection title={t('paths.title')} definition={t('paths.definition')}>
        <PathSection
          paths={measures.paths}
          ideals={board.ideals}
          names={names}
          format={format}
          pathHref={(key) => inFamily('path', key)}
          idealHref={({ plan, role }, name) => trialsHref({ ...query, plan, role }, { name }, demo.slug)}
        />
      </BoardSection>
      <BoardSection title={t('hesitation.title')} definition={t('hesitation.definition')}>
        <div className="max-w-3xl">
          <HesitationTable
            states={board.hesitation}
            titles={names.states}
            format={format}
            hrefOf={(state) => inFamily('stood-at', state)}
          />
        </div>
      </BoardSection>
      <BoardSection title={t('tasks.title')} definition={t('tasks.definition')}>
        <TaskTable tasks={measures.tasks} titles={names.tasks} format={format} hrefOf={inFamily} />
      </BoardSection>
      <ConversionSection
        measure={conversion}
        days={period.conversionDays}
        query={query}
        format={format}
        hrefOf={(state) => trialsHref(query, { ...conversion.terms, state }, demo.slug)}
        boardHref={(params) => paths.demoBoard(demo.slug, params)}
      />
      <BoardSection
        title={t('rating.title')}
        definition={t('rating.definition', { count: measures.rating.rated })}
      >
        <RatingSection
          rating={measures.rating}
          comments={board.comments}
          names={names}
          format={format}
          hrefOf={(stars) => inFamily('stars', String(stars))}
        />
      </BoardSection>
    </>
  )
}
