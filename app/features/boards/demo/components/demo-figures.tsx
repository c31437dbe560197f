import { useTranslation } from 'react-i18next'
import type { TrialSet } from '~/domain/insight/trial-set'
import { Stat } from '~/ui/stat'
import type { BoardFormat } from '../../figures/board-format'
import { trialsHref } from '../../filter/board-links'
import type { DemoBoard } from '../../figures/board-views'
import { ConversionStat } from '../../figures/components/conversion-stat'
import { TrialTrend } from '../../figures/components/trial-trend'
import { OutcomeBar } from '../../figures/components/outcome-bar'
import { QuantileStat } from '../../figures/components/quantile-stat'
import { RateStat } from '../../figures/components/rate-stat'

/** The figures of one demo in large type: each opens the trials behind it. */
export function DemoFigures({ board, format }: { board: DemoBoard; format: BoardFormat }) {
  const { t } = useTranslation('boards')
  const { query, demo, measures, conversion } = board
  const { counts, activeMs, wallMs, score, completion, detour, hinted } = measures
  const listOf = (set: TrialSet) => trialsHref(query, set, demo.slug)
  const all = listOf({ name: 'started' })
  return (
    <div className="grid gap-10">
      <div className="grid items-start gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <div className="grid gap-5">
          <dl>
            <Stat
              label={t('figure.trials')}
              value={format.number(counts.started)}
              to={all}
              detail={t('figure.trialsDetail')}
            />
          </dl>
          <OutcomeBar counts={counts} format={format} hrefOf={(name) => listOf({ name })} />
        </div>
        <TrialTrend
          steps={measures.trend}
          unit={board.period.trend.unit}
          isOpen={board.period.isOpen}
          format={format}
          hrefOf={(from, to) => trialsHref({ ...query, from, to }, { name: 'started' }, demo.slug)}
        />
      </div>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-10 sm:gap-x-8 lg:grid-cols-3">
        <RateStat
          label={t('figure.completion')}
          rate={completion}
          to={{ numerator: listOf({ name: 'finished' }), denominator: all }}
          format={format}
        />
        <QuantileStat
          label={t('figure.active')}
          of={activeMs}
          show={format.duration}
          to={all}
          count={format.number(activeMs.count)}
        >
          <span className="tabular-nums">
            {t('figure.quantiles', {
              p75: format.duration(activeMs.p75 ?? 0),
              p95: format.duration(activeMs.p95 ?? 0),
            })}
          </span>
          <span className="tabular-nums">
            {t('figure.wall', { value: format.duration(wallMs.median ?? 0) })}
          </span>
        </QuantileStat>
        <QuantileStat
          label={t('figure.score')}
          of={score}
          show={(value) => format.number(Math.round(value))}
          to={all}
          count={format.number(score.count)}
        >
          <span>{t('figure.scoreDetail')}</span>
        </QuantileStat>
        <ConversionStat
          measure={conversion}
          format={format}
          hrefOf={(state) => listOf({ ...conversion.terms, state })}
        />
        <RateStat
          label={t('figure.detoured')}
          rate={detour.trials}
          to={{ numerator: listOf({ name: 'detoured' }), denominator: listOf({ name: 'way-known' }) }}
          format={format}
        >
          {detour.share === null || !detour.trials.enough ? null : (
            <span>{t('figure.detourShare', { share: format.percent(detour.share) })}</span>
          )}
        </RateStat>
        <RateStat
          label={t('figure.hinted')}
          rate={hinted}
          to={{ numerator: listOf({ name: 'hinted' }), denominator: all }}
          format={format}
        />
      </dl>
    </div>
  )
}
