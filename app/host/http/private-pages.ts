import type { PlainHandler } from './plain-http'

/** Paths that show private data. Remix matches routes case-insensitively. */
const PRIVATE = /^\/(studio|boards|team|account|sign-in|sign-out|me|join|resume|confirm)(\/|\.data$|$)/i

/** True for a private page, its data or a file of it, which must not be cached. The path is already decoded. */
export const isPrivatePath = (path: string): boolean => PRIVATE.test(path)

/** Sets `Cache-Control: no-store` on every response for a private path, whatever the page or an error sets. */
export const keepPrivate: PlainHandler = (_req, res, next) => {
  if (isPrivatePath(res.locals.path)) {
    const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => typeof res
    res.writeHead = (...args: unknown[]) => {
      res.setHeader('Cache-Control', 'no-store')
      return writeHead(...args)
    }
  }
  next()
}
