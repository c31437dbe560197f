import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { AccountEvent } from '~/domain/insight/accounts/account-story'
import { paths } from '~/paths'
import { Badge } from '~/ui/badge'
import type { BoardFormat } from '../../figures/board-format'
import { BoardSection } from '../../figures/components/board-section'
import { boardParams } from '../../filter/board-query'
import type { AccountBoard } from '../account-board-view'

interface TimelineProps {
  board: AccountBoard
  format: BoardFormat
}

/** What happened at an account, the latest first. A trial opens its replay. */
export function AccountTimeline({ board, format }: TimelineProps) {
  const { t } = useTranslation('accounts-board')
  const { query, account, events, eventCount } = board
  const { demo, person, ...filter } = query
  return (
    <BoardSection title={t('timeline.title')} definition={t('timeline.definition')}>
      <div id="timeline" className="grid gap-4">
        {person === undefined ? null : (
          <p className="flex flex-wrap gap-x-3 text-sm">
            <span>{t('timeline.only', { number: format.number(person) })}</span>
            <Link
              to={`${paths.accountBoard(account.id, { demo, ...boardParams(filter) })}#timeline`}
              className="text-accent underline-offset-4 hover:underline"
            >
              {t('timeline.all')}
            </Link>
          </p>
        )}
        <ol className="grid divide-y divide-line text-sm">
          {events.map((event) => (
            <li
              key={`${event.kind} ${event.at.getTime()} ${event.kind === 'trial' ? event.id : event.person}`}
              className="grid gap-x-6 gap-y-0.5 py-2.5 sm:grid-cols-[11rem_6rem_1fr]"
            >
              <span className="text-muted tabular-nums">{format.instant(event.at)}</span>
              <span className="text-muted">{t('person', { number: format.number(event.person) })}</span>
              <span>
                <EventWords event={event} board={board} format={format} />
              </span>
            </li>
          ))}
        </ol>
        {events.length < eventCount ? (
          <p className="text-sm text-muted">
            {t('timeline.cut', { shown: format.number(events.length), all: format.number(eventCount) })}
          </p>
        ) : null}
      </div>
    </BoardSection>
  )
}

function EventWords({ event, board, format }: TimelineProps & { event: AccountEvent }) {
  const { t } = useTranslation('accounts-board')
  if (event.kind === 'trial') return <TrialWords event={event} board={board} format={format} />
  if (event.kind === 'request') return <span>{t(`timeline.request.${event.request}`)}</span>
  const goal = t(`boards:conversion.goal.${event.goal}`)
  if (event.kind === 'asked') return <span>{t('timeline.asked', { goal })}</span>
  const { value, currency } = event
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Badge tone="good">{t('timeline.converted', { goal })}</Badge>
      {value === null || currency === null ? null : <span>{format.money({ value, currency })}</span>}
    </span>
  )
}

function TrialWords({
  event,
  board: { names },
  format,
}: TimelineProps & { event: Extract<AccountEvent, { kind: 'trial' }> }) {
  const { t } = useTranslation('accounts-board')
  const own = names[event.demo]
  const plan = own?.plans[event.plan] ?? event.plan
  const ending = event.running ? 'running' : (event.outcome ?? 'unfinished')
  const score = event.score === null ? '' : ` · ${t('timeline.score', { score: format.number(event.score) })}`
  return (
    <span>
      <Link
        to={paths.replay(event.id)}
        className="font-medium underline decoration-line-strong underline-offset-4 hover:decoration-accent"
      >
        {t('timeline.tried', { demo: own?.title ?? event.demo })}
      </Link>
      <span className="text-muted">{` · ${plan} · ${t(`timeline.ending.${ending}`)}${score}`}</span>
    </span>
  )
}
