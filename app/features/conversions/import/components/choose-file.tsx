import { useTranslation } from 'react-i18next'
import { MOST_CSV_ROWS } from '~/domain/csv/limits'
import { ChooseFileForm } from '~/ui/choose-file-form'

/** The first step: which file. */
export function ChooseFile({ timeZone, currency }: { timeZone: string; currency: string }) {
  const { t, i18n } = useTranslation('conversions')
  const rows = new Intl.NumberFormat(i18n.language).format(MOST_CSV_ROWS)
  return (
    <ChooseFileForm label={t('import.file')} hint={t('import.fileHint', { rows })} check={t('import.check')}>
      <section className="grid gap-1.5 border-t border-line pt-6 text-sm">
        <h2 className="font-medium">{t('import.formatTitle')}</h2>
        <p className="text-muted">{t('import.formatText', { timeZone, currency })}</p>
        <pre className="mt-2 overflow-x-auto rounded-lg bg-sunken p-3 font-mono text-xs">
          {'goal,date,email,id,value,currency\npurchase,2026-11-22,ann@alder.example,D-1042,1200.50,EUR'}
        </pre>
      </section>
    </ChooseFileForm>
  )
}
