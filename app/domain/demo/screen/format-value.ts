import { isDay, readTime } from '~/domain/day'
import type { Locale } from '~/domain/text'
import { numeral } from '../expression/decimal'
import type { Scalar } from '~/domain/json'
import type { ValueFormat } from '../format/schema-values'

const TAGS: Record<Locale, string> = { en: 'en-US', zh: 'zh-CN', es: 'es-ES' }
const numberFormats = new Map<string, Intl.NumberFormat>()
const dateFormats = new Map<string, Intl.DateTimeFormat>()

function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}/${options.style ?? ''}/${options.currency ?? ''}`
  const known = numberFormats.get(key) ?? new Intl.NumberFormat(TAGS[locale], options)
  numberFormats.set(key, known)
  return known
}

const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' }
/** The default for Spanish would write 4:00 beside the 08:30 of a text. */
const MOMENT: Intl.DateTimeFormatOptions = { ...DAY, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }

function dateFormat(locale: Locale, withTime: boolean): Intl.DateTimeFormat {
  const key = `${locale}/${String(withTime)}`
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', ...(withTime ? MOMENT : DAY) }
  const known = dateFormats.get(key) ?? new Intl.DateTimeFormat(TAGS[locale], options)
  dateFormats.set(key, known)
  return known
}

/** The default for Spanish would leave 1000 ungrouped beside 10.000: every thousand in a column is grouped. */
const NUMBER_OPTIONS: Partial<Record<ValueFormat, Intl.NumberFormatOptions>> = {
  number: { maximumFractionDigits: 2, useGrouping: true },
  money: { style: 'currency', useGrouping: true },
  percent: { style: 'percent', maximumFractionDigits: 1 },
}

function formatNumber(value: number, format: ValueFormat, locale: Locale, currency: string): string {
  const options = NUMBER_OPTIONS[format]
  if (!options)
    return format === 'text'
      ? numeral(value)
      : numberFormat(locale, { maximumFractionDigits: 2 }).format(value)
  return numberFormat(locale, format === 'money' ? { ...options, currency } : options).format(value)
}

/** A date without a time is never shown as midnight. */
function formatDate(value: string, withTime: boolean, locale: Locale): string {
  const time = readTime(value)
  return time === null ? value : dateFormat(locale, withTime && !isDay(value)).format(time)
}

/**
 * Formats a value for a reader in this language. Percent is a share: 0.2 gives 20%. Dates are ISO texts, shown in
 * UTC, so that a run looks the same everywhere. Null gives an empty text.
 */
export function formatValue(value: Scalar, format: ValueFormat, locale: Locale, currency: string): string {
  if (value === null) return ''
  if (typeof value === 'number') return formatNumber(value, format, locale, currency)
  if (typeof value === 'boolean') return value ? '✓' : '–'
  if (format === 'date' || format === 'datetime') return formatDate(value, format === 'datetime', locale)
  return value
}
