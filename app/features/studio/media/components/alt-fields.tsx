import { useTranslation } from 'react-i18next'
import type { Locale, Text } from '~/domain/text'
import { TextArea } from '~/ui/controls'
import { Field } from '~/ui/field'
import type { UploadErrors } from '../upload-answer'

interface AltFieldsProps {
  locales: readonly Locale[]
  alt?: Text
  errors: UploadErrors | null
}

/** What can be seen, in each language of the center. */
export function AltFields({ locales, alt = {}, errors }: AltFieldsProps) {
  const { t } = useTranslation('media')
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 text-sm font-medium">{t('alt.title')}</legend>
      <p className="text-xs text-muted">{t('alt.hint')}</p>
      {locales.map((locale) => (
        <Field
          key={locale}
          label={t(`alt.${locale}`)}
          errors={errors?.locale === locale ? [t('problem.no-alt')] : undefined}
        >
          {(control) => (
            <TextArea
              {...control}
              name={locale}
              rows={2}
              lang={locale}
              maxLength={400}
              required
              defaultValue={alt[locale]}
            />
          )}
        </Field>
      ))}
    </fieldset>
  )
}
