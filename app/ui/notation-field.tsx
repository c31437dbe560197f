import { useTranslation } from 'react-i18next'
import type { Notation, NotationQuestion } from '~/domain/csv/notation'
import { DECIMAL_SIGNS } from '~/domain/csv/read-amount'
import { DAY_ORDERS } from '~/domain/csv/read-date'
import { SelectInput } from './controls'
import { Field } from './field'

const CHOICES: { [Question in NotationQuestion]: readonly NonNullable<Notation[Question]>[] } = {
  dayOrder: DAY_ORDERS,
  decimalSign: DECIMAL_SIGNS,
}

/** How days or amounts of a file are written, where a cell could be read in two ways. */
export function NotationField({ question, chosen }: { question: NotationQuestion; chosen: string | null }) {
  const { t } = useTranslation('conversions')
  return (
    <Field label={t(`import.notation.${question}.label`)}>
      {(control) => (
        <SelectInput {...control} name={question} defaultValue={chosen ?? ''}>
          {chosen === null ? <option value="">{t('import.choose')}</option> : null}
          {CHOICES[question].map((value) => (
            <option key={value} value={value}>
              {t(`import.notation.${question}.${value === '.' ? 'point' : value === ',' ? 'comma' : value}`)}
            </option>
          ))}
        </SelectInput>
      )}
    </Field>
  )
}
