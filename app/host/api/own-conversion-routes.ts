import { Router } from 'express'
import { recordConversion } from '~/features/conversions/reports/record-conversion.server'
import { conversionSchema } from '~/features/conversions/schemas'
import type { App } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'
import { newVisitor, visitorCookie } from '~/platform/visitor/visitor-cookie'
import { endpoint, otherMethods } from './endpoint'
import { jsonBody } from './json-body'
import { conversionView } from './views'

/** Goals reached by the visitor of this browser. */
export function ownConversionRoutes(app: App): Router {
  const routes = Router()
  routes
    .route('/me/conversions')
    .post(
      jsonBody(),
      endpoint(app, async ({ ctx, req, res }) => {
        const input = parseInput(conversionSchema, req.body)
        const visitor = ctx.visitor ?? newVisitor(ctx)
        const { conversion, created } = await recordConversion({ ctx: { ...ctx, visitor }, input })
        res.append('Set-Cookie', visitorCookie(visitor, ctx.env))
        res.status(created ? 201 : 200).json(conversionView(conversion))
      }),
    )
    .all(otherMethods('POST'))
  return routes
}
