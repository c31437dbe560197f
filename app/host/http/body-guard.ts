import type { Request, RequestHandler } from 'express'
import { DomainError } from '~/domain/errors'
import { headersOf } from '~/platform/http/request-headers'
import { PAGE_BODY_BYTES, bodyLimitOf } from '~/platform/http/body-limits'
import type { App } from '~/platform/context/context'
import { BodyRefusal } from '~/platform/http/forms/body-refusal'
import { createContext } from '~/platform/context/request-context'

/** Pages behind sign-in. */
const STAFF = /^\/(studio|boards|account)([/.]|$)/

/**
 * Refuses a body larger than a form before it is read. Only staff may send more, and only to the pages that accept
 * drafts and files, which have their own limits. A body must declare its length.
 */
export function bodyGuard(app: App): RequestHandler {
  const check = async (req: Request, requestId: string): Promise<void> => {
    if (STAFF.test(req.path) && !(await isStaff(app, req, requestId))) {
      throw new DomainError('unauthenticated', 'Sign in to do this.')
    }
    if (bodyLimitOf(req.path) > PAGE_BODY_BYTES) return
    throw new BodyRefusal(413, `A form may have at most ${PAGE_BODY_BYTES} bytes.`)
  }
  return (req, res, next) => {
    if (req.headers['transfer-encoding'] !== undefined) return void res.status(411).end()
    if (Number(req.headers['content-length'] ?? 0) <= PAGE_BODY_BYTES) return next()
    check(req, res.locals.requestId).then(() => next(), next)
  }
}

async function isStaff(app: App, req: Request, requestId: string): Promise<boolean> {
  const url = new URL(req.originalUrl, 'http://localhost')
  const marks = { requestId, nonce: '', address: req.ip ?? '' }
  const { actor } = await createContext(app, { url, headers: headersOf(req), ...marks })
  return actor.kind === 'staff'
}
