import { Router } from 'express'
import { DomainError } from '~/domain/errors'
import { acceptEvents } from '~/features/collect/events/accept-events.server'
import type { App } from '~/platform/context/context'
import { visitorContext } from '~/platform/context/context'
import { answerWith } from '../http/plain-http'
import { readVisitor } from '~/platform/visitor/visitor-cookie'
import type { PlainHandler, PlainRequest, PlainResponse } from '../http/plain-http'
import { otherMethods } from './endpoint'
import { jsonBody } from './json-body'
import { plainJson } from './plain-json'
import { requireUuid } from './require-uuid'
import { headerReaderOf } from '~/platform/http/request-headers'

/** Accepts the events of trials. The busiest endpoint, so it runs only the middleware it needs. */
export function eventRoutes(app: App): Router {
  const routes = Router()
  routes.param('trial', requireUuid('trial'))
  routes
    .route('/trials/:trial/events')
    .post(refuseWhenFull(app), plainJson(), jsonBody(), accept(app))
    .all(otherMethods('POST'))
  return routes
}

/** Answers 503 before reading the body when there is no capacity. */
function refuseWhenFull({ collector }: Pick<App, 'collector'>): PlainHandler {
  return (_req, _res, next) => next(collector.refusal() ?? undefined)
}

function accept(app: App): PlainHandler {
  const answer = async (req: PlainRequest, res: PlainResponse): Promise<void> => {
    const input = req.body
    refuseOtherTrial(input, req.params?.trial ?? '')
    const ctx = visitorContext(app, readVisitor(headerReaderOf(req), app.env))
    const body = JSON.stringify(await acceptEvents({ ctx, input: input as never }))
    res.setHeader('Cache-Control', 'no-store')
    answerWith(res, 200, 'application/json', body)
  }
  return (req, res, next) => void answer(req, res).catch(next)
}

function refuseOtherTrial(input: unknown, id: string): void {
  const named = typeof input === 'object' && input !== null && 'trial' in input ? input.trial : undefined
  if (typeof named !== 'string' || named.toLowerCase() === id.toLowerCase()) return
  const message = 'The trial id in the body differs from the one in the path.'
  throw new DomainError('invalid-input', message, { issues: [{ at: 'trial', message }] })
}
