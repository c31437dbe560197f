import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { YamlPath } from '~/domain/content/edit/yaml-change'
import { isJsonObject } from '~/domain/json'
import { LOCALES } from '~/domain/text'
import type { Locale } from '~/domain/text'
import { classNames } from '~/ui/class-names'
import { TextArea, TextInput } from '~/ui/controls'
import type { EntryProps } from './entry-frame'
import { useForm, useValue } from './form-model'
import { useComplaints } from './use-complaints'
import { LANGUAGE_COLUMNS } from './language-columns'
import { LanguageMark } from './language-mark'
import { useBuffered } from './use-buffered'

/** A text in each language: side by side, on a phone one language at a time. */
export function TextField(props: EntryProps<'text'> & { isLong?: boolean }) {
  const { t } = useTranslation('forms')
  const { field, path, words, isRequired, isLong = false } = props
  const { locales } = useForm()
  const value = useValue(path)
  const held = isJsonObject(value) ? value : {}
  const complaints = useComplaints(field, path)
  const id = useId()
  const help = t(`${words}.$help`, { defaultValue: '' })
  const shown = LOCALES.filter((locale) => locales.includes(locale) || held[locale] !== undefined)
  const isMissing = (locale: Locale) => held[locale] === undefined && Object.keys(held).length > 0
  return (
    <div role="group" aria-labelledby={`${id}-label`} className="grid gap-1.5">
      <p id={`${id}-label`} className="flex items-baseline justify-between text-sm font-medium">
        <span>{t(`${words}.$label`)}</span>
        {isRequired ? null : <span className="text-xs font-normal text-faint">{t('optional')}</span>}
      </p>
      <LanguageColumns locales={shown}>
        {(locale) => (
          <TextCell
            key={locale}
            locale={locale}
            name={t(`${words}.$label`)}
            path={path}
            held={held}
            isLong={isLong}
            isMissing={isMissing(locale)}
          />
        )}
      </LanguageColumns>
      {help ? <p className="text-xs text-muted">{help}</p> : null}
      {complaints.length > 0 ? <p className="text-xs font-medium text-bad">{complaints.join(' ')}</p> : null}
    </div>
  )
}

/** One column for each language; on a phone only the language that was chosen for it. */
export function LanguageColumns({
  locales,
  children,
}: {
  locales: readonly Locale[]
  children: (locale: Locale) => JSX.Element
}) {
  const { shown } = useForm()
  const open = locales.includes(shown) ? shown : locales[0]
  return (
    <div className={classNames('grid items-start gap-3', LANGUAGE_COLUMNS[locales.length])}>
      {locales.map((locale) => (
        <div key={locale} className={classNames('min-w-0', locale !== open && 'max-md:hidden')}>
          {children(locale)}
        </div>
      ))}
    </div>
  )
}

interface TextCellProps {
  locale: Locale
  name: string
  path: YamlPath
  held: Record<string, unknown>
  isLong: boolean
  isMissing: boolean
}

function TextCell({ locale, name, path, held, isLong, isMissing }: TextCellProps) {
  const { t } = useTranslation('forms')
  const { change, canEdit } = useForm()
  const value = held[locale]
  const text = typeof value === 'string' ? value : ''
  const buffered = useBuffered(text, (typed) => {
    if (typed !== '') return change({ do: 'set', path: [...path, locale], value: typed })
    const isLast = Object.keys(held).every((key) => key === locale)
    return change({ do: 'remove', path: isLast ? path : [...path, locale] })
  })
  const label = t('inLanguage', { name, language: t(`language.${locale}`) })
  const shared = { ...buffered, 'aria-label': label, lang: locale, readOnly: !canEdit }
  return (
    <span className="grid gap-1">
      <LanguageMark locale={locale} state={isMissing ? 'missing' : null} />
      {isLong ? <TextArea {...shared} rows={3} /> : <TextInput {...shared} autoComplete="off" />}
    </span>
  )
}
