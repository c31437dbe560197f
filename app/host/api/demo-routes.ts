import { Router } from 'express'
import { publishedDemo } from '~/features/collect/trials/published-demo.server'
import type { App } from '~/platform/context/context'
import { endpoint, otherMethods } from './endpoint'
import { demoListing, demoOf } from './views'

/** Published demos, for clients to choose from and run. */
export function demoRoutes(app: App): Router {
  const routes = Router()
  routes
    .route('/demos')
    .get(
      endpoint(app, async ({ ctx, res }) => {
        const revisions = await ctx.content.list('demo')
        const demos = await Promise.all(
          revisions.map(async (revision) => {
            const { startRoles } = await ctx.trials.compiled(revision.revisionId)
            return demoListing(revision, startRoles)
          }),
        )
        res.setHeader('Cache-Control', 'no-cache')
        res.json({ demos })
      }),
    )
    .all(otherMethods('GET'))
  routes
    .route('/demos/:slug')
    .get(
      endpoint(app, async ({ ctx, req, res, headers }) => {
        const revision = await publishedDemo(ctx, req.params.slug ?? '')
        const { startRoles } = await ctx.trials.compiled(revision.revisionId)
        res.setHeader('Cache-Control', 'no-cache')
        res.setHeader('ETag', `W/"${revision.revisionId}"`)
        if (headers.get('if-none-match')?.includes(revision.revisionId)) return void res.status(304).end()
        res.json({ ...demoListing(revision, startRoles), demo: demoOf(revision) })
      }),
    )
    .all(otherMethods('GET'))
  return routes
}
