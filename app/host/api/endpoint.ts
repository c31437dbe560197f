import type { Request, RequestHandler, Response } from 'express'
import type { App, Context } from '~/platform/context/context'
import { PROBLEM_TYPE } from '~/platform/http/http-errors'
import { answerWith } from '../http/plain-http'
import type { PlainHandler } from '../http/plain-http'
import { isLocalCaller } from '../http/local-caller'
import { createContext } from '~/platform/context/request-context'
import { headersOf } from '~/platform/http/request-headers'

export interface Call {
  ctx: Context
  req: Request
  res: Response
  headers: Headers
}

/** A handler that receives the request context; its errors become problem responses. */
export function endpoint(app: App, answer: (call: Call) => Promise<void>): RequestHandler {
  const respond = async (req: Request, res: Response): Promise<void> => {
    const headers = headersOf(req)
    const { requestId } = res.locals
    const url = new URL(req.originalUrl, 'http://localhost')
    const address = req.ip ?? ''
    const local = isLocalCaller(req)
    const { signal } = abortedWhenLeft(res)
    const ctx = await createContext(app, { url, headers, requestId, nonce: '', address, local, signal })
    res.setHeader('Cache-Control', 'no-store')
    await answer({ ctx, req, res, headers })
  }
  return (req, res, next) => void respond(req, res).catch(next)
}

/** Ends what is still read when the other side leaves before its answer. */
function abortedWhenLeft(res: Response): AbortController {
  const left = new AbortController()
  res.once('close', () => {
    if (!res.writableFinished) left.abort(new Error('The client left.'))
  })
  return left
}

/** Answers 405 with the allowed methods, for a known path with another method. */
export function otherMethods(...allowed: string[]): PlainHandler {
  return (req, res) => {
    res.setHeader('Allow', allowed.join(', '))
    if (req.method === 'OPTIONS') return void res.writeHead(204).end()
    const { requestId } = res.locals
    const code = 'method-not-allowed'
    const title = 'This method is not offered here'
    const body = { type: `/problems/${code}`, title, status: 405, code, requestId }
    answerWith(res, 405, PROBLEM_TYPE, JSON.stringify(body))
  }
}
