import { Link } from '@remix-run/react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Badge } from '~/ui/badge'
import type { BadgeTone } from '~/ui/badge'
import type { BoardFormat } from '../../figures/board-format'
import type { DemoNames } from '../../figures/board-views'
import type { FeedbackItem } from '../feedback-view'

const MARK_TONES: Record<string, BadgeTone> = { confusing: 'warn', wrong: 'bad', great: 'good' }
const WORK_TONES = { new: 'accent', seen: 'neutral', assigned: 'warn', answered: 'good' } as const

interface FeedbackLineProps {
  item: FeedbackItem
  names: Record<string, DemoNames>
  format: BoardFormat
  /** The box that chooses it. */
  children: ReactElement | null
}

/** One thing that was said: the words first, then about what, when, and how far the team is with it. */
export function FeedbackLine({ item, names, format, children }: FeedbackLineProps) {
  const { t } = useTranslation('feedback')
  const { kind, text, locale, at, demo, state, plan, work, assignee, revision } = item
  const own = demo === null ? undefined : names[demo]
  const about = [
    own?.title ?? demo,
    state && (own?.states[state] ?? state),
    plan && (own?.plans[plan] ?? plan),
    format.instant(at),
  ]
  return (
    <li className="flex gap-3 border-t border-line py-4 last:border-b">
      {children}
      <div className="grid min-w-0 flex-1 gap-1.5">
        <div className="flex flex-wrap items-center gap-2">
          <Mark item={item} />
          <Badge tone={WORK_TONES[work]}>{t(`work.${work}`)}</Badge>
          {assignee ? <span className="text-xs text-muted">{assignee}</span> : null}
          {revision ? (
            <Link
              to={paths.history(revision.kind, revision.slug, { revision: String(revision.number) })}
              className="text-xs text-accent underline underline-offset-4"
            >
              {t('revisionName', { ...revision, kind: t(`document.${revision.kind}`) })}
            </Link>
          ) : null}
        </div>
        <p lang={locale} className="max-w-3xl break-words whitespace-pre-line empty:hidden">
          {text}
        </p>
        <p className="flex flex-wrap gap-x-3 gap-y-1 text-xs text-muted">
          <span>{about.filter(Boolean).join(' · ')}</span>
          <Ways item={item} />
        </p>
      </div>
      <span className="sr-only">{t(`kind.${kind}`)}</span>
    </li>
  )
}

function Mark({ item: { kind, mark } }: { item: FeedbackItem }) {
  const { t } = useTranslation('feedback')
  if (kind === 'remark')
    return <Badge tone={MARK_TONES[mark ?? ''] ?? 'neutral'}>{t(`remark.${mark}`)}</Badge>
  if (kind === 'rating') return <Badge>{t('stars', { count: Number(mark) })}</Badge>
  if (kind === 'search') return <Badge tone="warn">{t('searches', { count: Number(mark) })}</Badge>
  return <Badge>{t('kind.ask')}</Badge>
}

/** Where one can go from it. */
function Ways({ item: { kind, id, trial, step, locale } }: { item: FeedbackItem }) {
  const { t } = useTranslation('feedback')
  const link = 'text-accent underline underline-offset-4'
  return (
    <>
      {trial ? (
        <Link to={paths.replay(trial, { step: step === null ? undefined : String(step) })} className={link}>
          {step === null ? t('replay') : t('replayAt')}
        </Link>
      ) : null}
      {kind === 'ask' ? (
        <Link to={paths.ask(id)} className={link}>
          {t('toAsk')}
        </Link>
      ) : null}
      {kind === 'search' ? (
        <>
          <Link to={paths.documents('help')} className={link}>
            {t('write')}
          </Link>
          <span>{t('inLanguage', { language: t(`language.${locale}`) })}</span>
        </>
      ) : null}
    </>
  )
}
