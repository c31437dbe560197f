import type { PlainHandler } from './plain-http'

/** Paths that show private data. Remix matches routes case-insensitively. */
const PRIVATE =
  /^\/(studio|boards|team|account|sign-in|sign-out|me|join|resume|confirm|shared|unsubscribe)(\/|\.data$|$)/i

/** True for a private page, its data or a file of it, which must not be cached. The path is already decoded. */
export const isPrivatePath = (path: string): boolean => PRIVATE.test(path)

/** Pages that a secret link opens, for people outside: no search engine lists them, and they tell nobody where they were. */
const BY_LINK = /^\/(shared|unsubscribe)(\/|$)/i

/** Sets `Cache-Control: no-store` on every response for a private path, whatever the page or an error sets. */
export const keepPrivate: PlainHandler = (_req, res, next) => {
  if (BY_LINK.test(res.locals.path)) {
    res.setHeader('Referrer-Policy', 'no-referrer')
    res.setHeader('X-Robots-Tag', 'noindex, nofollow')
  }
  if (isPrivatePath(res.locals.path)) {
    const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => typeof res
    res.writeHead = (...args: unknown[]) => {
      res.setHeader('Cache-Control', 'no-store')
      return writeHead(...args)
    }
  }
  next()
}
