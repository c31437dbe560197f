import { useId } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '~/ui/badge'
import type { BoardFormat } from '../../figures/board-format'
import type { ReplayFacts } from '../replay-views'
import { StarRow } from '../../figures/components/star-row'
import { TrialEnding } from '../../figures/components/trial-ending'

/** The facts about the trial as a whole. */
export function ReplayFactList({ facts, format }: { facts: ReplayFacts; format: BoardFormat }) {
  const { t } = useTranslation('boards')
  const channel = t(`filter.channel.${facts.channel}`, { defaultValue: facts.channel })
  return (
    <div className="grid gap-5">
      <dl className="grid grid-cols-2 gap-x-8 gap-y-5 sm:grid-cols-3 xl:grid-cols-6">
        <Fact label={t('replay.fact.ending')}>
          <TrialEnding outcome={facts.outcome} running={facts.running} lastState={facts.lastState} />
        </Fact>
        <Fact label={t('replay.fact.score')}>
          {facts.score === null ? t('replay.fact.unknown') : format.number(facts.score)}
        </Fact>
        <Fact
          label={t('replay.fact.active')}
          detail={t('replay.fact.wall', { value: format.duration(facts.wallMs) })}
        >
          {format.duration(facts.activeMs)}
        </Fact>
        <Fact
          label={t('replay.fact.steps')}
          detail={[
            facts.detours === null
              ? t('replay.fact.detoursUnknown')
              : t('replay.fact.detours', { count: facts.detours }),
            t('replay.fact.hints', { count: facts.hints }),
            ...(facts.shown > 0 ? [t('replay.fact.shown', { count: facts.shown })] : []),
            ...(facts.undone > 0 ? [t('replay.fact.undone', { count: facts.undone })] : []),
          ].join(', ')}
        >
          {format.number(facts.steps)}
        </Fact>
        <Fact
          label={t('replay.fact.from')}
          detail={[
            facts.returning > 0 ? t('filter.visitors.returning') : t('filter.visitors.new'),
            ...(facts.entry === 'start' ? [] : [t(`filter.entry.${facts.entry}`)]),
          ].join(', ')}
        >
          {`${channel} · ${t(`filter.device.${facts.device}`)}`}
        </Fact>
        <Fact label={t('replay.fact.revision')}>{t('filter.revision', { number: facts.revision })}</Fact>
      </dl>
      {facts.stars === null ? null : (
        <figure className="grid gap-1.5">
          <StarRow stars={facts.stars} />
          {facts.comment === '' ? null : (
            <blockquote className="max-w-2xl text-pretty">{facts.comment}</blockquote>
          )}
        </figure>
      )}
      <div className="flex flex-wrap gap-x-12 gap-y-4 empty:hidden">
        <GoalList title={t('replay.confirmed')} goals={facts.conversions} tone="text-good" format={format} />
        <GoalList title={t('replay.asked')} goals={facts.asks} tone="text-ink" format={format} />
      </div>
    </div>
  )
}

/** Goals of one kind; nothing when there are none. Asked and confirmed goals are listed separately. */
function GoalList({
  title,
  goals,
  tone,
  format,
}: {
  title: string
  goals: ReplayFacts['conversions']
  tone: string
  format: BoardFormat
}) {
  const { t } = useTranslation('boards')
  const id = useId()
  if (goals.length === 0) return null
  return (
    <section aria-labelledby={id} className="grid content-start gap-1">
      <h2 id={id} className="text-xs text-faint">
        {title}
      </h2>
      <ul className="grid gap-1 text-sm">
        {goals.map(({ goal, at, unverified }, index) => (
          <li key={index} className="flex flex-wrap items-center gap-x-2">
            <span className={tone}>{t(`conversion.goal.${goal}`)}</span>
            {unverified ? <Badge tone="warn">{t('replay.unverified')}</Badge> : null}
            <span className="text-muted tabular-nums">{format.instant(at)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Fact({ label, detail, children }: { label: ReactNode; detail?: ReactNode; children: ReactNode }) {
  return (
    <div className="grid content-start gap-0.5">
      <dt className="text-xs text-faint">{label}</dt>
      <dd className="grid gap-0.5 tabular-nums">
        <span>{children}</span>
        {detail ? <span className="text-xs text-faint">{detail}</span> : null}
      </dd>
    </div>
  )
}
