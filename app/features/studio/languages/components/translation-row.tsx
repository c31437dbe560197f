import { useTranslation } from 'react-i18next'
import type { TextUnit } from '~/domain/content/texts/text-unit'
import type { Locale } from '~/domain/text'
import { classNames } from '~/ui/class-names'
import { TextArea } from '~/ui/controls'
import { LANGUAGE_COLUMNS } from '../../forms/components/language-columns'
import { LanguageMark } from '../../forms/components/language-mark'
import { useBuffered } from '../../forms/components/use-buffered'
import type { TranslationStates } from '../translation-states'

interface TranslationRowProps {
  unit: TextUnit
  locales: readonly Locale[]
  states: TranslationStates
  canEdit: boolean
  onWrite: (locale: Locale, text: string | null) => void
  onConfirm: (locale: Locale) => void
}

/** One text in all languages. */
export function TranslationRow({ unit, locales, states, canEdit, onWrite, onConfirm }: TranslationRowProps) {
  const { t } = useTranslation('forms')
  return (
    <div className="grid gap-2 rounded-xl bg-surface p-3 ring-1 ring-line">
      <code className="text-xs break-all text-faint">{unit.key}</code>
      <div className={classNames('grid items-start gap-3', LANGUAGE_COLUMNS[locales.length])}>
        {locales.map((locale) => (
          <span key={locale} className="grid gap-1">
            <LanguageMark locale={locale} state={states[locale] ?? null} />
            <TranslationInput
              name={unit.key}
              locale={locale}
              text={unit.values[locale] ?? ''}
              canEdit={canEdit}
              onWrite={(text) => onWrite(locale, text === '' ? null : text)}
            />
            {states[locale] === 'outdated' && canEdit ? (
              <button
                type="button"
                onClick={() => onConfirm(locale)}
                className="min-h-6 w-fit text-xs text-accent hover:underline"
              >
                {t('translations.stillRight')}
              </button>
            ) : null}
          </span>
        ))}
      </div>
    </div>
  )
}

interface TranslationInputProps {
  name: string
  locale: Locale
  text: string
  canEdit: boolean
  onWrite: (text: string) => void
}

function TranslationInput({ name, locale, text, canEdit, onWrite }: TranslationInputProps) {
  const { t } = useTranslation('forms')
  const buffered = useBuffered(text, onWrite)
  return (
    <TextArea
      {...buffered}
      rows={Math.min(10, Math.ceil(buffered.value.length / 48) + buffered.value.split('\n').length - 1 || 1)}
      lang={locale}
      aria-label={t('inLanguage', { name, language: t(`language.${locale}`) })}
      readOnly={!canEdit}
    />
  )
}
