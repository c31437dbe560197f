import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { SelectInput } from '~/ui/controls'
import { Field } from '~/ui/field'
import { LinkButton } from '~/ui/link-button'
import { NotationField } from '~/ui/notation-field'
import { CSV_FIELDS } from '../csv/columns'
import type { CsvField } from '../csv/columns'
import type { CheckedFile } from '../import-answer'
import { ImportResult } from './import-result'

/** The second step: a preview, the meaning of each column, and the import button. */
export function ConfirmImport({ file }: { file: CheckedFile }) {
  const { t } = useTranslation('conversions')
  const intent = useNavigation().formData?.get('intent')
  const { matched, unmatched, corrected } = file.counts
  const count = matched + unmatched + corrected
  return (
    <Form method="post" encType="multipart/form-data" className="grid gap-8">
      {(['name', 'hash', 'content'] as const).map((name) => (
        <input key={name} type="hidden" name={name} value={file[name]} />
      ))}
      <ImportResult file={file} />
      <Columns file={file} busy={intent === 'check'} />
      <div className="flex flex-wrap items-center gap-2">
        {count > 0 ? (
          <Button type="submit" name="intent" value="import" tone="primary" busy={intent === 'import'}>
            {t('import.confirm', { count })}
          </Button>
        ) : (
          <p className="mr-2 text-sm text-muted">{t('import.nothing')}</p>
        )}
        <LinkButton to={paths.importConversions()}>{t('import.other')}</LinkButton>
        <span className="text-xs text-faint">
          {t('import.fingerprint', { hash: file.hash.slice(0, 10) })}
        </span>
      </div>
    </Form>
  )
}

/** How columns and cells were read. Opens automatically when a choice is needed or rows were refused. */
function Columns({ file, busy }: { file: CheckedFile; busy: boolean }) {
  const { t } = useTranslation('conversions')
  const asks = file.counts.invalid > 0 || file.questions.length > 0
  return (
    <details className="grid gap-4 rounded-xl bg-sunken p-4" open={asks}>
      <summary className="cursor-pointer text-sm font-medium">{t('import.columns')}</summary>
      <p className="mt-2 text-sm text-muted">{t('import.columnsText')}</p>
      <div className="mt-4 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {file.questions.map((question) => (
          <NotationField key={question} question={question} chosen={file.notation[question]} />
        ))}
        {CSV_FIELDS.map((field) => (
          <ColumnChoice key={field} field={field} file={file} />
        ))}
      </div>
      <Button type="submit" name="intent" value="check" className="mt-4 w-fit" busy={busy}>
        {t('import.again')}
      </Button>
    </details>
  )
}

function ColumnChoice({ field, file }: { field: CsvField; file: CheckedFile }) {
  const { t } = useTranslation('conversions')
  const mustChoose = file.ambiguous.includes(field) && file.columns[field] === undefined
  return (
    <Field label={t(`import.field.${field}`)}>
      {(control) => (
        <SelectInput
          {...control}
          name={`column-${field}`}
          defaultValue={file.columns[field] ?? (mustChoose ? '' : -1)}
        >
          {mustChoose ? <option value="">{t('import.choose')}</option> : null}
          <option value={-1}>{t('import.noColumn')}</option>
          {file.headers.map((header, at) => (
            <option key={at} value={at}>
              {header}
            </option>
          ))}
        </SelectInput>
      )}
    </Field>
  )
}
