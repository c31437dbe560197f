import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_LISTED_STEPS } from '~/domain/content/steps/parse-steps'
import { readStepLists } from '~/domain/content/steps/read-step-lists'
import { isLocale } from '~/domain/text'
import type { Locale } from '~/domain/text'
import { TextArea, TextInput } from '~/ui/controls'
import { Field } from '~/ui/field'

interface StepListsProps {
  locales: readonly Locale[]
  plans: readonly string[]
}

/** A list of steps in each language, one step a line. One language is enough. */
export function StepLists({ locales, plans }: StepListsProps) {
  const { t, i18n } = useTranslation('studio')
  const own: Locale = isLocale(i18n.language) ? i18n.language : 'en'
  const [lists, setLists] = useState<Partial<Record<Locale, string>>>({})
  const isEmpty = Object.values(lists).every((list) => list.trim() === '')
  const { steps, refused } = readStepLists(lists, plans)
  const first = Object.values(steps)[0] ?? []
  const complaint = (locale: Locale) =>
    !isEmpty && refused?.locale === locale
      ? [
          t(`begin.steps.problem.${refused.code}`, {
            line: refused.line,
            most: MOST_LISTED_STEPS,
            wanted: first.length,
          }),
        ]
      : undefined
  return (
    <div className="grid gap-3">
      <p className="text-sm text-muted">{t('begin.steps.how')}</p>
      <div className="grid items-start gap-4 lg:grid-cols-3">
        {locales.map((locale) => (
          <div key={locale} className="grid gap-3">
            {locale === own ? null : (
              <Field
                label={t('begin.steps.titleIn', { language: t(`begin.language.${locale}`) })}
                optional={t('begin.optional')}
              >
                {(control) => (
                  <TextInput
                    {...control}
                    name={`title-${locale}`}
                    maxLength={120}
                    lang={locale}
                    autoComplete="off"
                  />
                )}
              </Field>
            )}
            <Field
              label={t('begin.steps.listIn', { language: t(`begin.language.${locale}`) })}
              errors={complaint(locale)}
            >
              {(control) => (
                <TextArea
                  {...control}
                  name={locale}
                  rows={9}
                  lang={locale}
                  placeholder={t(`begin.steps.example.${locale}`)}
                  value={lists[locale] ?? ''}
                  onChange={(event) => setLists({ ...lists, [locale]: event.target.value })}
                />
              )}
            </Field>
          </div>
        ))}
      </div>
      {isEmpty || refused ? null : (
        <p role="status" className="text-sm text-good">
          {t('begin.steps.read', { count: first.length, roles: new Set(first.map(({ role }) => role)).size })}
        </p>
      )}
    </div>
  )
}
