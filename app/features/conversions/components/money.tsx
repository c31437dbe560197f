import { useTranslation } from 'react-i18next'

/** What a conversion is worth, under the rest of it. Nothing where it was not told. */
export function Money({ value, currency }: { value: number | null; currency: string | null }) {
  const { i18n } = useTranslation()
  if (value === null || currency === null) return null
  const format = new Intl.NumberFormat(i18n.language, { style: 'currency', currency })
  return <span className="block text-xs text-muted tabular-nums">{format.format(value)}</span>
}
