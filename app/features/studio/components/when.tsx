import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'

const TimeZoneContext = createContext('UTC')

/** The workspace's time zone, so that server and browser tell the same time. */
export const TimeZoneProvider = TimeZoneContext.Provider

const FULL: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
}

/** Tells an instant in the workspace's time zone, as `14 Nov 2026, 09:32`. */
export function useInstant(): (at: Date | string) => string {
  const timeZone = useContext(TimeZoneContext)
  const { i18n } = useTranslation()
  const locale = i18n.language === 'en' ? 'en-GB' : i18n.language
  return (at) => new Intl.DateTimeFormat(locale, { ...FULL, timeZone }).format(new Date(at))
}

export function When({ at, className }: { at: Date | string; className?: string }) {
  const tell = useInstant()
  return (
    // Versions of the language data differ between server and browser in small signs.
    <time dateTime={new Date(at).toISOString()} className={className} suppressHydrationWarning>
      {tell(at)}
    </time>
  )
}
