import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentFiles, DocumentKind } from '~/domain/content/kinds'
import { outdatedTexts } from '~/domain/content/texts/outdated'
import type { TranslationBasis } from '~/domain/content/texts/outdated'
import type { TextUnit } from '~/domain/content/texts/text-unit'
import { textUnits } from '~/domain/content/texts/text-units'
import { withText } from '~/domain/content/texts/with-text'
import type { Locale } from '~/domain/text'
import { SelectInput } from '~/ui/controls'
import { Notice } from '~/ui/notice'
import type { TranslationStates } from '../translation-states'
import { TranslationRow } from './translation-row'

interface LanguagesViewProps {
  kind: DocumentKind
  files: DocumentFiles
  basis: TranslationBasis | null
  /** The languages of the center, that in which texts are written first. */
  locales: readonly Locale[]
  canEdit: boolean
  onChange: (change: (files: DocumentFiles) => DocumentFiles) => void
  /** A translation fits its source text as it is. */
  onConfirm: (key: string, locale: Locale) => void
}

/** Which texts are listed. */
const FILTERS = ['all', 'missing', 'outdated'] as const
type Filter = (typeof FILTERS)[number]

/** Every text of the draft in all languages, with what is missing and what its source text has left behind. */
export function LanguagesView(props: LanguagesViewProps) {
  const { kind, files, basis, locales, canEdit, onChange, onConfirm } = props
  const { t } = useTranslation('forms')
  const [filter, setFilter] = useState<Filter>('all')
  const units = useMemo(() => textUnits(kind, files), [kind, files])
  const states = useMemo(() => statesOf(units ?? [], basis ?? {}, locales), [units, basis, locales])
  if (!units) return <Notice tone="warn">{t('unreadableDraft')}</Notice>
  const counts = { missing: count(states, 'missing'), outdated: count(states, 'outdated') }
  const shown = units.filter(
    ({ key }) => filter === 'all' || Object.values(states.get(key) ?? {}).includes(filter),
  )
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <SelectInput
          aria-label={t('translations.show')}
          className="w-56"
          value={filter}
          onChange={({ target }) => setFilter(target.value as Filter)}
        >
          {FILTERS.map((one) => (
            <option key={one} value={one}>
              {t(`translations.${one}`)}
            </option>
          ))}
        </SelectInput>
        <p role="status" className="text-sm text-muted">
          {t('translations.counts', counts)}
        </p>
      </div>
      {shown.length === 0 ? <p className="text-sm text-muted">{t('translations.none')}</p> : null}
      <ul className="grid gap-3">
        {shown.map((unit) => (
          <li key={unit.key}>
            <TranslationRow
              unit={unit}
              locales={locales}
              states={states.get(unit.key) ?? {}}
              canEdit={canEdit}
              onWrite={(locale, text) => onChange((all) => withText(all, unit, locale, text) ?? all)}
              onConfirm={(locale) => onConfirm(unit.key, locale)}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

function statesOf(
  units: readonly TextUnit[],
  basis: TranslationBasis,
  locales: readonly Locale[],
): Map<string, TranslationStates> {
  const [main = 'en', ...others] = locales
  const states = new Map<string, TranslationStates>(
    units.map(({ key, values }) => [
      key,
      Object.fromEntries(
        [main, ...others]
          .filter((locale) => values[locale] === undefined)
          .map((locale) => [locale, 'missing' as const]),
      ),
    ]),
  )
  for (const { key, locale } of outdatedTexts(basis, units, main)) {
    states.set(key, { ...states.get(key), [locale]: 'outdated' })
  }
  return states
}

function count(states: Map<string, TranslationStates>, wanted: 'missing' | 'outdated'): number {
  return [...states.values()].flatMap((one) => Object.values(one)).filter((state) => state === wanted).length
}
