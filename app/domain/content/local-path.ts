import type { Locale } from '../text'
import { isLocale } from '../text'
import { isReadingPath } from './reading-path'

/** The language of addresses without a language in front: English where it is offered. */
export function mainLocale(offered: readonly Locale[]): Locale {
  return offered.includes('en') ? 'en' : (offered[0] ?? 'en')
}

/** Takes the language from the front of an address: `/es/pricing?period=yearly` is Spanish, `/pricing?…`. */
export function splitLocale(address: string): { locale: Locale | null; rest: string } {
  const [, first = '', rest = ''] = /^\/([a-z]{2})(?=$|[/?#])(.*)$/.exec(address) ?? []
  if (!isLocale(first)) return { locale: null, rest: address }
  return { locale: first, rest: rest.startsWith('/') ? rest : `/${rest}` }
}

/** The address of a page in a language. Only reading pages have one for each; others follow the visitor's choice. */
export function localPath(address: string, locale: Locale, main: Locale): string {
  const path = address.split(/[?#]/, 1)[0] ?? ''
  if (locale === main || !isReadingPath(path)) return address
  return path === '/' ? `/${locale}${address.slice(1)}` : `/${locale}${address}`
}
