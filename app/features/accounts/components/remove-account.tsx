import { useTranslation } from 'react-i18next'
import { PressTwice } from '~/ui/press-twice'

/** Removes the account, unless others are merged into it. */
export function RemoveAccount({ blocked }: { blocked: boolean }) {
  const { t } = useTranslation('accounts')
  if (blocked) return <p className="text-sm text-muted">{t('removeBlocked')}</p>
  return <PressTwice ask={t('removeAsk')} warning={t('removeWarning')} go={t('removeGo')} intent="remove" />
}
