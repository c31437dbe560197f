import { localPath, mainLocale, splitLocale } from '~/domain/content/local-path'
import { isReadingPath } from '~/domain/content/reading-path'
import type { Locale } from '~/domain/text'
import type { App } from '~/platform/context/context'
import { readSite } from '~/platform/context/workspace-settings'
import { readCookie } from '~/platform/http/cookies'
import { paths } from '~/paths'
import { isFetchedAhead } from '~/platform/http/is-fetched-ahead'
import { headersOf } from '~/platform/http/request-headers'
import { safeRedirect } from '~/platform/http/safe-redirect'
import { LOCALE_COOKIE, detectLocale, localeCookie, withoutLanguageParam } from '~/platform/language/locale'
import type { PlainHandler, PlainRequest, PlainResponse } from '../plain-http'

declare global {
  // Express types values that middlewares pass on through this namespace.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Express {
    interface Locals {
      /** The language that the address names, on reading pages. */
      locale?: Locale
    }
  }
}

/**
 * Reading pages have an address for each language: `/es/pricing`, and without a language in front that of the main one.
 * Behind this handler addresses have no language. A language in front of any other address chooses it, and leads on.
 */
export function localAddresses(app: Pick<App, 'content' | 'env'>): PlainHandler {
  return (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return next()
    const { locale, rest } = splitLocale(req.url ?? '/')
    if (locale === null && !isReadingPath(pathIn(rest))) return next()
    void readSite(app).then(({ locales }) => {
      const leadsTo = locale === null ? fromPlain(req, res, locales) : fromLocal(app, req, res, locales)
      if (leadsTo !== null) return lead(res, leadsTo)
      res.setHeader('Speculation-Rules', `"${paths.speculationRules()}"`)
      next()
    })
  }
}

const pathIn = (address: string): string => address.split('?', 1)[0] ?? ''

/** Where an address without a language leads: to that of the language that was chosen, or that the browser prefers. */
function fromPlain(req: PlainRequest, res: PlainResponse, locales: readonly Locale[]): string | null {
  const main = mainLocale(locales)
  const url = new URL(req.url ?? '/', 'http://localhost')
  const wished = detectLocale(url, headersOf(req), locales)
  if (wished !== main) return localPath(withoutLanguageParam(req.url ?? '/'), wished, main)
  res.locals.locale = main
  return null
}

/** Where an address with a language in front leads; null for a page that has an address in that language. */
function fromLocal(
  { env }: Pick<App, 'env'>,
  req: PlainRequest,
  res: PlainResponse,
  locales: readonly Locale[],
): string | null {
  const { locale, rest } = splitLocale(req.url ?? '/')
  if (locale === null || !locales.includes(locale)) return null
  const isOther = readCookie(req.headers.cookie, LOCALE_COOKIE) !== locale
  if (isOther && !isFetchedAhead(headersOf(req))) res.setHeader('Set-Cookie', localeCookie(locale, env))
  if (locale === mainLocale(locales) || !isReadingPath(pathIn(rest))) return rest
  Object.assign(req, { url: rest, originalUrl: rest })
  res.locals.path = splitLocale(res.locals.path).rest
  res.locals.locale = locale
  return null
}

function lead(res: PlainResponse, to: string): void {
  res.statusCode = 302
  res.setHeader('Location', safeRedirect(to))
  res.setHeader('Cache-Control', 'private, no-cache')
  res.setHeader('Vary', 'Cookie, Accept-Language')
  res.end()
}
