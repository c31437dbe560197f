import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { classNames } from '~/ui/class-names'
import { LeftOutNotice } from '~/ui/ignored-parameters-notice'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { useBoardFormat } from '../../figures/board-format'
import { ChoiceLinks } from '../../filter/components/choice-links'
import { ReplayBar } from '../../replay/components/replay-bar'
import type { ComparisonQuery } from '../comparison-query'
import { comparisonParams } from '../comparison-query'
import type { TrialComparison, Side } from '../comparison-views'
import { ComparedScreen } from './compared-screen'
import { ComparisonDifferences } from './comparison-differences'
import { ComparisonStops } from './comparison-stops'

const SIDES: readonly Side[] = ['a', 'b']

/** Two replays side by side, walked together. A phone shows one of them at a time. */
export function ComparisonPage({
  comparison,
  screens,
}: {
  comparison: TrialComparison
  /** The simulated product of each at its step. */
  screens: Record<Side, ReactNode>
}) {
  const { t } = useTranslation('boards')
  const { query, sides, stops, current, mismatches, leftOut } = comparison
  const format = useBoardFormat(comparison.timeZone)
  const hrefWith = (change: Partial<ComparisonQuery>) =>
    paths.compareTrials(comparisonParams({ ...query, ...change }))
  const hrefOf = (stop: number) => hrefWith({ stop })
  const traceGone = sides.a.traceGone || sides.b.traceGone
  return (
    <div className="grid gap-8">
      <PageHeader
        eyebrow={
          <Link to={paths.replay(query.a ?? '')} className="hover:text-ink">
            {t('compare.back')}
          </Link>
        }
        title={t('compare.title')}
        lead={[...new Set([sides.a.title, sides.b.title])].join(' · ')}
      />
      <LeftOutNotice leftOut={leftOut} />
      {mismatches.length > 0 ? (
        <Notice tone="warn" title={t('compare.differ.title')}>
          {mismatches.map((part) => t(`compare.differ.${part}`)).join(' ')}
        </Notice>
      ) : null}
      {traceGone ? <Notice title={t('replay.purged')}>{t('replay.purgedText')}</Notice> : null}
      <section aria-label={t('replay.label')} className="grid gap-4">
        <div className="flex flex-wrap gap-3">
          {comparison.hasTimes ? <PairingLinks query={query} hrefWith={hrefWith} /> : null}
          <div className="md:hidden">
            <ChoiceLinks
              label={t('compare.shown')}
              choices={SIDES.map((side) => ({
                key: side,
                label: sides[side].id === null ? t('compare.ideal') : t(`compare.side.${side}`),
                to: hrefWith({ side }),
                current: query.side === side,
              }))}
            />
          </div>
        </div>
        <ReplayBar
          steps={stops.map(({ at }, index) => ({ index, at: Math.max(at.a, at.b) }))}
          marks={[]}
          current={current}
          format={format}
          hrefOf={hrefOf}
        />
        <div className="grid gap-6 md:grid-cols-2">
          {SIDES.map((side) => (
            <div key={side} className={classNames('min-w-0', query.side !== side && 'max-md:hidden')}>
              <ComparedScreen side={side} compared={sides[side]} screen={screens[side]} format={format} />
            </div>
          ))}
        </div>
        <ComparisonStops comparison={comparison} format={format} hrefOf={hrefOf} />
      </section>
      <ComparisonDifferences comparison={comparison} format={format} hrefOf={hrefOf} />
    </div>
  )
}

function PairingLinks({
  query,
  hrefWith,
}: {
  query: TrialComparison['query']
  hrefWith: (change: Partial<ComparisonQuery>) => string
}) {
  const { t } = useTranslation('boards')
  return (
    <ChoiceLinks
      label={t('compare.by.label')}
      choices={(['state', 'time'] as const).map((by) => ({
        key: by,
        label: t(`compare.by.${by}`),
        to: hrefWith({ by, stop: 0 }),
        current: query.by === by,
      }))}
    />
  )
}
