import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SplitJudgement } from '~/domain/insight/split/judge-split'
import { plannedInAll } from '~/domain/insight/split/split-plan'
import { useInstant } from '~/ui/when'
import type { BoardFormat } from '../../figures/board-format'
import type { SplitView } from '../split-views'
import { useSplitWords } from './split-name'

/** What was written down before the start, and who started and stopped it. */
export function SplitPlanList({
  split,
  judgement,
  format,
}: {
  split: SplitView
  judgement: SplitJudgement
  format: BoardFormat
}) {
  const { t } = useTranslation('splits')
  const words = useSplitWords()
  const instant = useInstant()
  const { stoppedAt } = split
  const least = format.points(split.least).replace('+', '')
  return (
    <dl className="grid max-w-3xl gap-x-8 gap-y-3 text-sm sm:grid-cols-[14rem_1fr]">
      <Fact name={t('plan.measure')}>{words.measure(split)}</Fact>
      <Fact name={t('plan.followUp')}>{t('plan.days', { count: split.followUpDays })}</Fact>
      <Fact name={t('plan.share')}>
        {t('plan.shares', {
          variant: format.percent(split.variantShare),
          control: format.percent(1 - split.variantShare),
        })}
      </Fact>
      <Fact name={t('plan.least')}>
        {t('plan.leastText', { least, baseline: format.percent(split.baseline) })}
      </Fact>
      <Fact name={t('plan.needed')}>
        {t('plan.neededText', {
          each: format.number(judgement.plannedEach),
          all: format.number(plannedInAll(split)),
        })}
      </Fact>
      <Fact name={t('plan.started')}>
        {t('plan.by', { at: instant(split.startedAt), name: split.startedBy })}
      </Fact>
      {stoppedAt ? (
        <Fact name={t('plan.stopped')}>
          <span>{t('plan.by', { at: instant(stoppedAt), name: split.stoppedBy ?? '' })}</span>
          {split.stopNote ? <span className="block text-muted">{split.stopNote}</span> : null}
        </Fact>
      ) : null}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="max-sm:mb-2">{children}</dd>
    </>
  )
}
