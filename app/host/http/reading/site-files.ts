import { Router } from 'express'
import type { Request } from 'express'
import { sitemapOf } from '~/domain/content/sitemap'
import { listAddresses } from '~/features/content/list-addresses.server'
import { paths } from '~/paths'
import type { App } from '~/platform/context/context'
import { visitorContext } from '~/platform/context/context'
import { workspaceSettings } from '~/platform/context/workspace-settings'

/** Addresses that search engines are asked to leave alone: they are for one reader, or for staff. */
const NOT_LISTED = [
  ...[
    'account',
    'api',
    'boards',
    'confirm',
    'join',
    'me',
    'resume',
    'shared',
    'sign-in',
    'studio',
    'team',
    'try',
  ],
  'unsubscribe',
]

/**
 * Pages that a browser may fetch before they are asked for, once a pointer rests on their link: reading pages. A link that
 * chooses a language is asked for, never fetched ahead.
 */
const SPECULATION_RULES = {
  prefetch: [
    {
      where: {
        and: [
          {
            or: ['/', '/demos/*', '/pricing', '/help', '/help/*', '/es', '/es/*', '/zh', '/zh/*'].map(
              (href) => ({ href_matches: href }),
            ),
          },
          { not: { selector_matches: '[hreflang], [data-stay], [download], [target]' } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
}

/** For programs that visit the site: what may be visited, what there is, and what a browser may fetch ahead. */
export function siteFiles(app: App): Router {
  const router = Router()
  router.get(paths.speculationRules(), (_req, res) => {
    res.type('application/speculationrules+json').set('Cache-Control', 'max-age=3600')
    res.send(JSON.stringify(SPECULATION_RULES))
  })
  router.get('/robots.txt', (req, res) => {
    const refused = NOT_LISTED.map((first) => `Disallow: /${first}\n`)
    const text = ['User-agent: *\n', ...refused, `\nSitemap: ${originOf(app, req)}/sitemap.xml\n`]
    res.type('txt').set('Cache-Control', 'no-cache').send(text.join(''))
  })
  router.get('/sitemap.xml', (req, res, next) => {
    writeSitemap(app, originOf(app, req)).then(
      (text) => res.type('application/xml').set('Cache-Control', 'no-cache').send(text),
      next,
    )
  })
  return router
}

const originOf = ({ env }: App, req: Request): string => env.origin ?? `${req.protocol}://${req.headers.host}`

async function writeSitemap(app: App, origin: string): Promise<string> {
  const { locales } = await workspaceSettings(app)
  return sitemapOf(origin, await listAddresses({ ctx: visitorContext(app, null) }), locales)
}
