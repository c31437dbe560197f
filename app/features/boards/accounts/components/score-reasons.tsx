import { useTranslation } from 'react-i18next'
import type { AccountScore } from '~/domain/insight/accounts/account-score'
import { Meter } from '~/ui/meter'
import type { BoardFormat } from '../../figures/board-format'

/** The parts of a score in one line, those that gave points. */
export function ScoreLine({ score, format }: { score: AccountScore; format: BoardFormat }) {
  const { t } = useTranslation('accounts-board')
  const given = score.reasons.filter(({ points }) => points > 0)
  if (given.length === 0) return <span>{t('score.nothing')}</span>
  return (
    <span>
      {given
        .map(({ name, count, points }) =>
          t('score.reason', {
            what: t(`score.part.${name}`, { count }),
            points: format.number(points),
          }),
        )
        .join(' · ')}
    </span>
  )
}

/** Every part of a score with its count, its points and what it can give at most. */
export function ScoreParts({ score, format }: { score: AccountScore; format: BoardFormat }) {
  const { t } = useTranslation('accounts-board')
  return (
    <ul className="grid max-w-xl gap-3 text-sm">
      {score.reasons.map(({ name, count, each, most, points }) => (
        <li key={name} className="grid gap-1">
          <p className="flex flex-wrap justify-between gap-x-4">
            <span>{t(`score.part.${name}`, { count })}</span>
            <span className="text-muted tabular-nums">
              {t('score.points', { points: format.number(points), most: format.number(most), each })}
            </span>
          </p>
          <Meter value={points / most} label={t(`score.name.${name}`)} />
        </li>
      ))}
    </ul>
  )
}
