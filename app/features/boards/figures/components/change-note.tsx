import { useTranslation } from 'react-i18next'
import type { Change } from '~/domain/insight/change'
import { isEnough } from '~/domain/insight/proportion'
import type { BoardFormat } from '../board-format'

interface ChangeNoteProps {
  change: Change
  /** What the figure is: how many trials there were, or a share of them. */
  kind: 'count' | 'rate'
  format: BoardFormat
}

/** How a figure changed since the period before, with its interval, and whether that is more than chance. */
export function ChangeNote({ change, kind, format }: ChangeNoteProps) {
  const { t } = useTranslation('boards')
  const { before } = change
  if (before.value === null || !isEnough(before.count)) return <span>{t('change.tooFew')}</span>
  const words = kind === 'count' ? countWords(change, format) : rateWords(change, format)
  return (
    <span className="tabular-nums">
      <span>{t(`change.${kind}`, words)}</span>
      <span> </span>
      {isClear(change) ? null : <span>{t('change.unclear')}</span>}
    </span>
  )
}

const isClear = ({ difference: { low, high } }: Change): boolean => low > 0 || high < 0

const countWords = ({ relative, before }: Change, format: BoardFormat) => ({
  change: format.change(relative ?? 0),
  before: format.number(before.value ?? 0),
})

const rateWords = ({ difference, before }: Change, format: BoardFormat) => ({
  change: format.points(difference.value ?? 0),
  before: format.percent(before.value ?? 0),
  low: format.points(difference.low),
  high: format.points(difference.high),
})
