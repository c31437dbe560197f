import { Router } from 'express'
import { rateTrial } from '~/features/collect/trials/rate-trial.server'
import { readTrial } from '~/features/collect/trials/read-trial.server'
import { recordRemark } from '~/features/collect/remarks/record-remark.server'
import { removeRemark } from '~/features/collect/remarks/remove-remark.server'
import { ratingSchema, remarkSchema, startTrialSchema } from '~/features/collect/schemas'
import { startTrial } from '~/features/collect/trials/start-trial.server'
import { paths } from '~/paths'
import { bearerOf, readKeyActor } from '~/platform/sign-in/api-key'
import type { App } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'
import { newVisitor, visitorCookie } from '~/platform/visitor/visitor-cookie'
import { endpoint, otherMethods } from './endpoint'
import { jsonBody } from './json-body'
import type { Call } from './endpoint'
import { requireUuid } from './require-uuid'
import { demoOf, ratingView, remarkView, trialView } from './views'

/** Trials of the requesting browser. Those of others are `not-found`. */
export function trialRoutes(app: App): Router {
  const routes = Router()
  routes.param('trial', requireUuid('trial'))
  routes.route('/trials').post(jsonBody(), endpoint(app, begin)).all(otherMethods('POST'))
  routes.route('/trials/:trial').get(endpoint(app, read)).all(otherMethods('GET'))
  routes.route('/trials/:trial/rating').put(jsonBody(), endpoint(app, rate)).all(otherMethods('PUT'))
  routes.param('remark', requireUuid('remark'))
  routes
    .route('/trials/:trial/remarks/:remark')
    .put(jsonBody(), endpoint(app, remark))
    .delete(endpoint(app, takeBack))
    .all(otherMethods('PUT', 'DELETE'))
  return routes
}

async function begin({ ctx, req, res, headers }: Call): Promise<void> {
  const wish = parseInput(startTrialSchema, req.body)
  const visitor = ctx.visitor ?? newVisitor(ctx)
  const userAgent = headers.get('user-agent') ?? ''
  const actor = wish.simulated && bearerOf(headers) !== null ? await readKeyActor(ctx, headers) : ctx.actor
  const trial = await startTrial({ ctx: { ...ctx, actor, visitor }, input: { ...wish, userAgent } })
  res.append('Set-Cookie', visitorCookie(visitor, ctx.env))
  res.status(201).location(paths.api.trial(trial.id)).json(trialView(trial))
}

async function read({ ctx, req, res }: Call): Promise<void> {
  const { trial, trace, revision, elapsedMs } = await readTrial({ ctx, input: { trial: idOf(req) } })
  res.json({ trial: trialView(trial), trace, elapsedMs, demo: demoOf(revision) })
}

async function rate({ ctx, req, res }: Call): Promise<void> {
  const said = parseInput(ratingSchema, req.body)
  res.json(ratingView(await rateTrial({ ctx, input: { ...said, trial: idOf(req) } })))
}

async function remark({ ctx, req, res }: Call): Promise<void> {
  const said = parseInput(remarkSchema, req.body)
  res.json(remarkView(await recordRemark({ ctx, input: { ...said, ...remarkOf(req) } })))
}

async function takeBack({ ctx, req, res }: Call): Promise<void> {
  const { trial, id } = remarkOf(req)
  await removeRemark({ ctx, input: { trial, id } })
  res.json({ id, trial })
}

const remarkOf = (req: Call['req']) => ({
  trial: idOf(req),
  id: (req.params.remark ?? '').toLowerCase(),
})

const idOf = (req: Call['req']): string => (req.params.trial ?? '').toLowerCase()
