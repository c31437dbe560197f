import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'

/** What a script shows when a link or a form of a reading page is pressed without a connection. */
export function OfflineNotice() {
  const { t } = useTranslation('common')
  return (
    <template data-offline="">
      <div
        role="alert"
        className="fixed inset-x-0 bottom-0 z-60 mx-auto mb-4 flex w-[calc(100%-2rem)] max-w-xl flex-wrap items-center gap-x-4 gap-y-3 rounded-xl bg-raised px-5 py-4 text-sm shadow-float ring-1 ring-line-strong"
      >
        <div className="grid min-w-0 flex-1 basis-64 gap-0.5">
          <p className="font-medium">{t('connection.offline.title')}</p>
          <p className="text-muted">{`${t('connection.offline.text')} ${t('connection.kept')}`}</p>
        </div>
        <div className="flex gap-2">
          <Button tone="primary" size="small" data-again="">
            {t('connection.again')}
          </Button>
          <Button tone="quiet" size="small" data-close="">
            {t('connection.dismiss')}
          </Button>
        </div>
      </div>
    </template>
  )
}
