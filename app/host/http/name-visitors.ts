import type { Request, RequestHandler } from 'express'
import type { App } from '~/platform/context/context'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { headersOf } from '~/platform/http/request-headers'
import { mayRemember } from '~/platform/visitor/consent'
import { newVisitor, readVisitor, visitorCookie } from '~/platform/visitor/visitor-cookie'
import { isPrivatePath } from './private-pages'

/**
 * Gives a browser its id with the first page it asks for while a traffic split runs, so that it sees the same side from
 * then on. Without consent the id lives for the session.
 */
export function nameVisitors(app: App): RequestHandler {
  return (req, res, next) => {
    if (!isVisitorPage(req)) return next()
    nameVisitor(app, req)
      .then((cookie) => cookie !== null && res.append('Set-Cookie', cookie))
      // What cannot be read here is not read by the page either, which answers in its own frame.
      .catch((error: unknown) =>
        app.log.warn({ err: error, requestId: res.locals.requestId }, 'A visitor could not be named'),
      )
      .then(() => next(), next)
  }
}

/** The Set-Cookie value of a new id, which the request carries from now on; null when it needs none. */
async function nameVisitor(app: App, req: Request): Promise<string | null> {
  const headers = headersOf(req)
  if (readVisitor(headers, app.env) || !(await app.content.hasSplits())) return null
  const { consent } = await workspaceSettings(app)
  const cookie = visitorCookie(newVisitor({ remembers: mayRemember(headers, consent) }), app.env)
  const [pair = ''] = cookie.split(';')
  req.headers.cookie = [req.headers.cookie, pair].filter(Boolean).join('; ')
  return cookie
}

const isVisitorPage = (req: Request): boolean => req.method === 'GET' && !isPrivatePath(req.path)
