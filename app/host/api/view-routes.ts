import { Router } from 'express'
import { recordMessageFate } from '~/features/collect/views/record-message-fate.server'
import { recordView } from '~/features/collect/views/record-view.server'
import { messageFateSchema, viewSchema } from '~/features/collect/views/schemas'
import type { App, Context } from '~/platform/context/context'
import { isFetchedAhead } from '~/platform/http/is-fetched-ahead'
import { parseInput } from '~/platform/http/parse-input'
import { newVisitor, visitorCookie } from '~/platform/visitor/visitor-cookie'
import { endpoint, otherMethods } from './endpoint'
import type { Call } from './endpoint'
import { jsonBody } from './json-body'

/** What a visitor who agreed to be recorded looks at: told by a script of the page, without scripts by a picture. */
export function viewRoutes(app: App): Router {
  const routes = Router()
  routes
    .route('/me/views')
    .post(
      jsonBody(),
      endpoint(app, (call) => keepView(call, parseInput(viewSchema, call.req.body))),
    )
    .all(otherMethods('POST'))
  routes.route('/me/views/picture').get(endpoint(app, sendPicture)).all(otherMethods('GET'))
  routes.route('/me/messages').post(jsonBody(), endpoint(app, keepFate)).all(otherMethods('POST'))
  return routes
}

async function keepView(call: Call, view: { path: string }): Promise<void> {
  const counted = countedVisitor(call)
  if (counted) await recordView({ ctx: counted, input: view })
  call.res.json({ recorded: counted !== null })
}

async function keepFate(call: Call): Promise<void> {
  const input = parseInput(messageFateSchema, call.req.body)
  const counted = countedVisitor(call)
  if (counted) await recordMessageFate({ ctx: counted, input })
  call.res.json({ recorded: counted !== null })
}

/** A transparent point. */
const PICTURE = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64')

async function sendPicture(call: Call): Promise<void> {
  const { req, res, headers } = call
  const view = viewSchema.safeParse({ path: req.query.path })
  const isOwn = (headers.get('sec-fetch-site') ?? 'same-origin') === 'same-origin'
  const counted = view.success && isOwn && !isFetchedAhead(headers) ? countedVisitor(call) : null
  if (counted && view.success) await recordView({ ctx: counted, input: view.data })
  res.type('gif').send(PICTURE)
}

/** Null for a browser that may not be remembered. One that may gets an id. */
function countedVisitor({ ctx, res }: Call): Context | null {
  if (!ctx.remembers) return null
  const visitor = ctx.visitor ?? newVisitor(ctx)
  res.append('Set-Cookie', visitorCookie(visitor, ctx.env))
  return { ...ctx, visitor }
}
