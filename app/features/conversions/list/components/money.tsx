import { useTranslation } from 'react-i18next'

/** The value of a conversion; nothing if unknown. */
export function Money({ value, currency }: { value: number | null; currency: string | null }) {
  const { i18n } = useTranslation()
  if (value === null || currency === null) return null
  const format = new Intl.NumberFormat(i18n.language, { style: 'currency', currency })
  return <span className="block text-xs text-muted tabular-nums">{format.format(value)}</span>
}
