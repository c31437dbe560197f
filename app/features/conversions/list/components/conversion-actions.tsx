import { Ellipsis } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { Menu, MenuItem } from '~/ui/menu'
import { useInstant } from '~/ui/when'
import type { ConversionView } from '../conversion-view'

export type ConversionAct = 'withdraw' | 'match'

/** The actions on a conversion; none for a withdrawn one. */
export function ConversionActions({
  conversion,
  onAct,
}: {
  conversion: ConversionView
  onAct: (act: ConversionAct, conversion: ConversionView) => void
}) {
  const { t } = useTranslation('conversions')
  const formatInstant = useInstant('short')
  if (conversion.withdrawnAt) return null
  const goal = t(`conversions.goal.${conversion.goal}`)
  return (
    <Menu
      trigger={
        <Button
          tone="quiet"
          size="small"
          icon={<Ellipsis className="size-4" aria-hidden="true" />}
          aria-label={t('conversions.more', { goal, when: formatInstant(conversion.at) })}
          suppressHydrationWarning
        />
      }
    >
      {conversion.matchedBy === null || conversion.unverified ? (
        <MenuItem onSelect={() => onAct('match', conversion)}>
          {t(conversion.ambiguous ? 'conversions.decide' : 'conversions.match')}
        </MenuItem>
      ) : null}
      <MenuItem danger onSelect={() => onAct('withdraw', conversion)}>
        {t('conversions.withdraw')}
      </MenuItem>
    </Menu>
  )
}
