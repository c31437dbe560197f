const unit = (value: number, name: 'minute' | 'second', locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value)

/** Milliseconds as minutes and seconds in words: `3 min 20 sec`. From ten minutes on without seconds. */
export function formatDuration(ms: number, locale: string): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  const minutes = Math.floor(seconds / 60)
  if (minutes >= 10) return unit(Math.round(seconds / 60), 'minute', locale)
  const rest = seconds % 60
  if (minutes === 0) return unit(rest, 'second', locale)
  return rest === 0
    ? unit(minutes, 'minute', locale)
    : `${unit(minutes, 'minute', locale)} ${unit(rest, 'second', locale)}`
}
