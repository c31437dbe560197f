import type { App } from '~/platform/context/context'
import { readSite } from '~/platform/context/workspace-settings'
import { pathOf } from './plain-http'
import type { PlainHandler } from './plain-http'

/** The first path segments of staff pages, which no other site may ever embed, and of what is no page. */
const NEVER_FRAMED = new Set(['api', 'assets', 'studio', 'boards', 'team', 'account', 'sign-in', 'sign-out'])

/** Allows the hosts named in the settings to embed the pages of visitors. A change applies from the next request on. */
export function framing(app: Pick<App, 'content'>): PlainHandler {
  return (req, res, next) => {
    const [, first = ''] = pathOf(req).toLowerCase().split('/')
    if (NEVER_FRAMED.has(first)) return next()
    void readSite(app).then(({ embedHosts }) => {
      const policy = res.getHeader('Content-Security-Policy')
      if (embedHosts.length > 0 && typeof policy === 'string') {
        const ancestors = `frame-ancestors ${embedHosts.join(' ')}`
        res.setHeader('Content-Security-Policy', policy.replace("frame-ancestors 'none'", ancestors))
        res.removeHeader('X-Frame-Options')
      }
      next()
    }, next)
  }
}
