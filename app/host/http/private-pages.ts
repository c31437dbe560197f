import type { PlainHandler } from './plain-http'

/** Faces and pages that show what only one person may see. Remix finds routes in either case. */
const PRIVATE = /^\/(studio|boards|team|account|sign-in|sign-out|me|join|resume|confirm)(\/|\.data$|$)/i

/** True for a page, its data or a file of it that nobody may keep a copy of. The path comes decoded. */
export const isPrivatePath = (path: string): boolean => PRIVATE.test(path)

/** Sets `Cache-Control: no-store` on every answer for a private path, whatever the page or the error behind it says. */
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
