import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { TextInput } from '~/ui/controls'
import { MOST_CSV_ROWS } from '~/domain/csv/limits'

/** The first step: which file. */
export function ChooseFile({ timeZone, currency }: { timeZone: string; currency: string }) {
  const { t, i18n } = useTranslation('conversions')
  const busy = useNavigation().state === 'submitting'
  const rows = new Intl.NumberFormat(i18n.language).format(MOST_CSV_ROWS)
  return (
    <Form method="post" encType="multipart/form-data" className="grid max-w-2xl gap-6">
      <Field label={t('import.file')} hint={t('import.fileHint', { rows })}>
        {(control) => (
          <TextInput
            {...control}
            type="file"
            name="file"
            accept=".csv,.tsv,.txt,text/csv"
            required
            className="py-2 file:mr-3 file:rounded-md file:border-0 file:bg-sunken file:px-3 file:py-1.5 file:text-sm file:font-medium file:text-ink"
          />
        )}
      </Field>
      <Button type="submit" tone="primary" className="w-fit" busy={busy}>
        {t('import.check')}
      </Button>
      <section className="grid gap-1.5 border-t border-line pt-6 text-sm">
        <h2 className="font-medium">{t('import.formatTitle')}</h2>
        <p className="text-muted">{t('import.formatText', { timeZone, currency })}</p>
        <pre className="mt-2 overflow-x-auto rounded-lg bg-sunken p-3 font-mono text-xs">
          {'goal,date,email,id,value,currency\npurchase,2026-11-22,ann@alder.example,D-1042,1200.50,EUR'}
        </pre>
      </section>
    </Form>
  )
}
