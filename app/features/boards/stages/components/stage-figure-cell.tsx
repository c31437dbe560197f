import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { TrialSet } from '~/domain/insight/trial-set'
import { isEnough } from '~/domain/insight/proportion'
import { paths } from '~/paths'
import { RichText } from '~/ui/rich-text'
import type { BoardFormat } from '../../figures/board-format'
import { ChangeNote } from '../../figures/components/change-note'
import { NumberLink } from '../../figures/components/number-link'
import { boardParams } from '../../filter/board-query'
import { trialsHref } from '../../filter/board-links'
import { stageSets } from '../stage-sets'
import type { StageView } from '../stage-views'
import type { StageProps } from './stage-props'
import { StageValue } from './stage-value'

type CellProps = StageProps & { stage: StageView }

/** The figure of a stage: its value, both counts, its interval, and how it changed. */
export function StageFigureCell({ stage, ...props }: CellProps) {
  const { query, format, conversion } = props
  const { t } = useTranslation('stages')
  const sets = stageSets(stage.stage, conversion.terms)
  return (
    <div className="grid content-start gap-1 text-xs text-faint">
      <p className="text-figure text-ink tabular-nums print:text-2xl">
        <Headline stage={stage} format={format} to={trialsHref(query, headlineSet(stage, sets))} />
      </p>
      <p>
        <RichText
          t={t}
          i18nKey={`stage.${stage.stage}.fraction`}
          values={{ part: format.number(stage.numerator), all: format.number(stage.denominator) }}
          components={{
            part: <NumberLink to={trialsHref(query, sets.part)} />,
            all: <NumberLink to={trialsHref(query, sets.whole)} />,
          }}
        />
      </p>
      <IntervalLine stage={stage} format={format} />
      {stage.change ? (
        <p>
          <ChangeNote change={stage.change} kind={stage.by === 'count' ? 'count' : 'rate'} format={format} />
        </p>
      ) : null}
      <Apart {...props} stage={stage} />
    </div>
  )
}

const headlineSet = ({ by }: StageView, { part, whole }: Record<'part' | 'whole', TrialSet>) =>
  by === 'count' ? whole : part

/** An estimate from the curve has no list. */
function Headline({ stage, format, to }: { stage: StageView; format: BoardFormat; to: string }) {
  const { t } = useTranslation('stages')
  const { by, estimate, denominator } = stage
  if (by === 'count') return <NumberLink to={to}>{format.number(denominator)}</NumberLink>
  if (estimate.value === null) return <span className="text-title font-normal text-muted">{t('none')}</span>
  if (!isEnough(estimate.count))
    return <span className="text-title font-normal text-muted">{t('tooFew')}</span>
  const share = format.percent(estimate.value)
  return by === 'curve' ? <span>{share}</span> : <NumberLink to={to}>{share}</NumberLink>
}

function IntervalLine({ stage, format }: { stage: StageView; format: BoardFormat }) {
  const { t } = useTranslation('stages')
  const { by, estimate, day } = stage
  const { value, low, high, count } = estimate
  if (value === null || (by !== 'count' && !isEnough(count))) return null
  const show = by === 'count' ? (one: number) => format.mean(one) : format.percent
  const words = { value: show(value), low: show(low), high: show(high), day: day ?? 0 }
  return <p className="tabular-nums">{t(low === high ? 'interval.exact' : `interval.${by}`, words)}</p>
}

/** What the figure leaves out for now, or what stands beside it. */
function Apart({ stage: { stage }, board: { counts, value }, conversion, query, format }: CellProps) {
  const { t } = useTranslation('stages')
  const link = (set: TrialSet) => <NumberLink to={trialsHref(query, set)} />
  const say = (key: string, values: Record<string, number>, components: Record<string, TrialSet>) => (
    <p>
      <RichText
        t={t}
        i18nKey={key}
        values={Object.fromEntries(
          Object.entries(values).map(([name, value]) => [name, format.number(value)]),
        )}
        components={Object.fromEntries(Object.entries(components).map(([name, set]) => [name, link(set)]))}
      />
    </p>
  )
  if (stage === 'activation') {
    const sets = { part: { name: 'tasks-done' }, all: { name: 'with-tasks' } } as const
    return say('apart.tasks', { part: counts['tasks-done'], all: counts['with-tasks'] }, sets)
  }
  if (stage === 'retention')
    return say('apart.young', { part: counts.young }, { part: { visitors: 'young' } })
  if (stage !== 'revenue') return null
  const { open, early } = conversion.counts
  const { terms } = conversion
  return (
    <>
      {say(
        'apart.open',
        { open, early },
        { open: { ...terms, state: 'open' }, early: { ...terms, state: 'early' } },
      )}
      <StageValue value={value} query={query} format={format} />
      <p>
        <Link
          to={paths.conversionBoard(boardParams(query))}
          className="underline decoration-line-strong underline-offset-4 hover:text-ink print:hidden"
        >
          {t('toConversion')}
        </Link>
      </p>
    </>
  )
}
