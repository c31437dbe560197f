import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { instantOf, type Day } from '~/domain/day'
import type { Amount } from '~/domain/insight/value'

export interface BoardFormat {
  number(value: number): string
  /** One decimal place, always: 4.3 */
  mean(value: number): string
  /** A count that may have parts, such as credited conversions: 3, 2.75 */
  partial(value: number): string
  /** A share of 0 to 1. Below 10% with one decimal. */
  percent(share: number): string
  /** A relative change with its sign: +12%, −3.4% */
  change(relative: number): string
  /** A difference of shares in percentage points, with its sign: +3.1 */
  points(difference: number): string
  /** A sum of money in its own currency; from a thousand on without decimals. */
  money(amount: Amount): string
  /** 3m 05s; hours only when there are any. */
  duration(ms: number): string
  /** Time of a trial as a clock would show it: 3:05 */
  clock(ms: number): string
  instant(date: Date): string
  day(day: Day): string
  days(first: Day | null, last: Day): string
}

/** Numbers in the reader's language, instants in the workspace's time zone. */
export function boardFormat(locale: string, timeZone: string): BoardFormat {
  const unit = (name: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'narrow' })
  const units = { hour: unit('hour'), minute: unit('minute'), second: unit('second') }
  const whole = new Intl.NumberFormat(locale)
  const oneDecimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const twoDecimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const percentWhole = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const percentFine = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const signed = { style: 'percent', signDisplay: 'exceptZero' } as const
  const changeWhole = new Intl.NumberFormat(locale, { ...signed, maximumFractionDigits: 0 })
  const changeFine = new Intl.NumberFormat(locale, { ...signed, maximumFractionDigits: 1 })
  const points = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero', maximumFractionDigits: 1 })
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const calendar = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const date = (day: Day) => instantOf(`${day}T00:00:00Z`)
  return {
    number: (value) => unbroken(whole.format(value)),
    mean: (value) => unbroken(oneDecimal.format(value)),
    partial: (value) => unbroken(twoDecimals.format(value)),
    percent: (share) => unbroken((share > 0 && share < 0.1 ? percentFine : percentWhole).format(share)),
    change: (relative) => unbroken((Math.abs(relative) < 0.1 ? changeFine : changeWhole).format(relative)),
    points: (difference) => unbroken(points.format(difference * 100)),
    money: (amount) => unbroken(moneyText(amount, locale)),
    duration: (ms) => durationText(ms, units),
    clock: clockText,
    instant: (value) => spaced(moment.format(value)),
    day: (day) => spaced(calendar.format(date(day))),
    days: (first, last) =>
      spaced(first === null ? calendar.format(date(last)) : calendar.formatRange(date(first), date(last))),
  }
}

export function useBoardFormat(timeZone: string): BoardFormat {
  const { i18n } = useTranslation()
  return useMemo(() => boardFormat(i18n.language, timeZone), [i18n.language, timeZone])
}

const WHOLE_FROM = 1000

function moneyText({ value, currency }: Amount, locale: string): string {
  const decimals = Math.abs(value) >= WHOLE_FROM ? { maximumFractionDigits: 0 } : {}
  return new Intl.NumberFormat(locale, { style: 'currency', currency, ...decimals }).format(value)
}

type Units = Record<'hour' | 'minute' | 'second', Intl.NumberFormat>

function durationText(ms: number, units: Units): string {
  const seconds = Math.round(ms / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  if (hours > 0) return `${units.hour.format(hours)} ${units.minute.format(minutes)}`
  if (minutes > 0) return `${units.minute.format(minutes)} ${units.second.format(seconds % 60)}`
  return units.second.format(seconds)
}

function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  const tail = `${String(seconds % 60).padStart(2, '0')}`
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`
}

/** Versions of Intl use different spaces, and server and browser must render the same text. */
const spaced = (text: string): string => text.replace(/\s/gu, ' ')
const unbroken = (text: string): string => text.replace(/\s/gu, '\u00a0')
