import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import type { DetailProps } from './impact-props'

/** What else happened in the same time and may be the reason, and what shortened the comparison. */
export function ImpactNotes({ board, impact, format }: DetailProps) {
  const { t } = useTranslation('impact')
  const { t: tBoards } = useTranslation('boards')
  const { windows, publishes, mix } = impact
  const line = board.lines.find(({ number }) => number === windows.after.revision)
  const rolledBackTo = line?.rolledBackTo ?? null
  const words = [
    windows.limit === 'asked' ? null : t(`notes.limit.${windows.limit}`),
    rolledBackTo === null ? null : t('notes.rolledBack', { number: rolledBackTo }),
    mix.most &&
      t('notes.mix', {
        channel: tBoards(`filter.channel.${mix.most.key}`, { defaultValue: mix.most.key }),
        before: format.percent(mix.most.before),
        after: format.percent(mix.most.after),
      }),
  ].filter((text) => text !== null)
  return (
    <div className="grid gap-2 text-sm">
      <h3 className="font-medium">{t('notes.title')}</h3>
      <ul className="grid max-w-2xl list-disc gap-1 pl-5 text-muted">
        {words.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {publishes.length > 0 ? (
          <li>
            <span>{t('notes.publishes', { count: publishes.length })}</span>
            <ul className="mt-1 grid gap-0.5">
              {publishes.map(({ kind, slug, number, at }) => (
                <li key={`${kind} ${slug} ${number}`}>
                  <Link
                    to={paths.history(kind, slug, { revision: String(number) })}
                    className="underline decoration-line-strong underline-offset-4 hover:decoration-accent"
                  >
                    {t('notes.publish', { kind: t(`kind.${kind}`), slug, number })}
                  </Link>
                  <span className="ml-2 text-xs text-faint tabular-nums">{format.instant(at)}</span>
                </li>
              ))}
            </ul>
          </li>
        ) : null}
        {words.length === 0 && publishes.length === 0 ? <li>{t('notes.none')}</li> : null}
      </ul>
    </div>
  )
}
