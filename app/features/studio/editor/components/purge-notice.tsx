import { useTranslation } from 'react-i18next'
import { Notice } from '~/ui/notice'
import type { EditorDocument } from './document-view'

/** What publishing settings with a shorter retention deletes for good; nothing when it deletes nothing. */
export function PurgeNotice({ leaving }: Pick<EditorDocument, 'leaving'>) {
  const { t } = useTranslation('studio')
  if (!leaving || leaving.trials + leaving.traces === 0) return null
  return (
    <Notice tone="warn" title={t('retention.shorter')}>
      <ul className="grid gap-1">
        {leaving.trials > 0 ? <li>{t('retention.trials', { count: leaving.trials })}</li> : null}
        {leaving.traces > 0 ? <li>{t('retention.traces', { count: leaving.traces })}</li> : null}
        <li>{t('retention.next')}</li>
      </ul>
    </Notice>
  )
}
