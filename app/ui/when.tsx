import { instantOf } from '~/domain/day'
import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'

const TimeZoneContext = createContext('UTC')

/** The workspace's time zone, so that server and browser show the same time. */
export const TimeZoneProvider = TimeZoneContext.Provider

const SHORT: Intl.DateTimeFormatOptions = {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
}

/** Shows an instant in the workspace's time zone, as `14 Nov 2026, 09:32`, or `14 Nov, 09:32` for the current year. */
export function useInstant(length: 'full' | 'short' = 'full'): (at: Date | string) => string {
  const timeZone = useContext(TimeZoneContext)
  const { i18n } = useTranslation()
  const locale = i18n.language === 'en' ? 'en-GB' : i18n.language
  const options: Intl.DateTimeFormatOptions = length === 'short' ? SHORT : { ...SHORT, year: 'numeric' }
  return (at) => new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(instantOf(at))
}

export function When({
  at,
  length = 'full',
  className,
}: {
  at: Date | string
  length?: 'full' | 'short'
  className?: string
}) {
  const formatInstant = useInstant(length)
  return (
    // Server and browser may have slightly different versions of the locale data.
    <time dateTime={instantOf(at).toISOString()} className={className} suppressHydrationWarning>
      {formatInstant(at)}
    </time>
  )
}
