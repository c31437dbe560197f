import type { Environment } from '~/platform/environment'
import { readEdgeMessages } from './edge-messages'
import type { EdgeMessages, EdgeRefusal } from './edge-messages'
import { isOwnName, readHost } from './host-name'
import { PROBLEM_TYPE } from '~/platform/http/http-errors'
import { answerWith, pathOf } from './plain-http'
import type { PlainHandler, PlainRequest, PlainResponse } from './plain-http'
import { readTarget } from './request-target'

declare global {
  // Express types values that middlewares pass on through this namespace.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Express {
    interface Locals {
      /** The path that was asked for, with its escapes decoded. */
      path: string
    }
  }
}

/**
 * Admits requests with a readable target and a Host of ours: everything behind it builds URLs from both. Without a set
 * origin a foreign Host is refused, so that no other site's name can lead a browser here.
 */
export function edgeGate(env: Pick<Environment, 'origin' | 'host'>): PlainHandler {
  const refuse = refuseWith(readEdgeMessages())
  return (req, res, next) => {
    const target = readTarget(req.url ?? '')
    if (target === null) return refuse(req, res, 'badAddress')
    Object.assign(req, { url: target.url, originalUrl: target.url })
    res.locals.path = target.path
    const host = target.host ?? req.headers.host
    const refusal = hostRefusal(req, host, env)
    if (refusal) return refuse(req, res, refusal)
    if (host !== undefined) req.headers.host = host
    next()
  }
}

function hostRefusal(
  { rawHeaders, socket }: PlainRequest,
  host: string | undefined,
  { origin, host: bound }: Pick<Environment, 'origin' | 'host'>,
): EdgeRefusal | null {
  // An HTTP/1.0 health check sends no Host.
  if (host === undefined) return origin === null ? 'badHost' : null
  const read = countHosts(rawHeaders) > 1 ? null : readHost(host)
  if (read === null) return 'badHost'
  if (origin !== null) return null
  return isOwnName(read.name, { localAddress: socket.localAddress ?? '', bound }) ? null : 'foreignHost'
}

const countHosts = (rawHeaders: readonly string[]): number =>
  rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length

const ANSWERS: Record<EdgeRefusal, { status: number; code: string }> = {
  badAddress: { status: 400, code: 'bad-address' },
  badHost: { status: 400, code: 'bad-host' },
  foreignHost: { status: 421, code: 'foreign-host' },
}

/** Refuses a request: with a problem for API clients, otherwise with a readable text. */
function refuseWith(words: EdgeMessages) {
  return (req: PlainRequest, res: PlainResponse, refusal: EdgeRefusal): void => {
    const { status, code } = ANSWERS[refusal]
    const isApi = pathOf(req).startsWith('/api/')
    const { title, text } = words(isApi ? {} : req.headers, refusal)
    res.setHeader('Cache-Control', 'no-store')
    if (!isApi) return answerWith(res, status, 'text/plain', `${title}\n\n${text}\n`)
    const { requestId } = res.locals
    const body = { type: `/problems/${code}`, title, status, detail: text, code, requestId }
    answerWith(res, status, PROBLEM_TYPE, JSON.stringify(body))
  }
}
