import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { LinkButton } from '~/ui/link-button'
import { NotationField } from '~/ui/notation-field'
import type { CostFileResult } from '../cost-views'
import { CostFileLines } from './cost-file-lines'

/** The preview of a file, and the button that takes it over. Nothing was written yet. */
export function CheckedCostFile({ file }: { file: CostFileResult & { content: string } }) {
  const { t } = useTranslation('costs')
  const intent = useNavigation().formData?.get('intent')
  const count = file.counts.new + file.counts.changed
  return (
    <Form method="post" encType="multipart/form-data" className="grid gap-8">
      {(['name', 'hash', 'content'] as const).map((name) => (
        <input key={name} type="hidden" name={name} value={file[name]} />
      ))}
      <p className="text-sm text-muted">{t('import.nothingYet')}</p>
      <CostFileLines file={file} />
      <Questions file={file} busy={intent === 'check'} />
      <div className="flex flex-wrap items-center gap-2">
        {count > 0 ? (
          <Button type="submit" name="intent" value="import" tone="primary" busy={intent === 'import'}>
            {t('import.confirm', { count })}
          </Button>
        ) : (
          <p className="mr-2 text-sm text-muted">{t('import.nothing')}</p>
        )}
        <LinkButton to={paths.importCosts()}>{t('import.other')}</LinkButton>
      </div>
    </Form>
  )
}

/** How days and amounts are written, where a cell could be read in two ways. */
function Questions({ file: { questions, notation }, busy }: { file: CostFileResult; busy: boolean }) {
  const { t } = useTranslation('conversions')
  if (questions.length === 0) return null
  return (
    <fieldset className="grid gap-4 rounded-xl bg-sunken p-4">
      <legend className="sr-only">{t('import.columns')}</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        {questions.map((question) => (
          <NotationField key={question} question={question} chosen={notation[question]} />
        ))}
      </div>
      <Button type="submit" name="intent" value="check" className="w-fit" busy={busy}>
        {t('import.again')}
      </Button>
    </fieldset>
  )
}
