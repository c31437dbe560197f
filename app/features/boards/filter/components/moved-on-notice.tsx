import { useTranslation } from 'react-i18next'
import { Notice } from '~/ui/notice'
import type { BoardPeriod } from '../../figures/board-views'

/** Says that the figures are newer than those that the address names. */
export function MovedOnNotice({ period }: { period: BoardPeriod }) {
  const { t } = useTranslation('boards')
  if (!period.movedOn) return null
  return (
    <Notice tone="accent" live title={t('period.movedOn.title')}>
      {t('period.movedOn.text')}
    </Notice>
  )
}
