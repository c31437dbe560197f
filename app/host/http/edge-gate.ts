import type { Environment } from '~/platform/environment'
import { readEdgeWords } from './edge-words'
import type { EdgeWords, Refusal } from './edge-words'
import { isOwnName, readHost } from './host-name'
import { PROBLEM_TYPE } from '~/platform/http/http-errors'
import { answerWith, pathOf } from './plain-http'
import type { PlainHandler, PlainRequest, PlainResponse } from './plain-http'
import { readTarget } from './request-target'

declare global {
  // Express's own way to type what middlewares hand on.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Express {
    interface Locals {
      /** The path that was asked for, with its escapes decoded. */
      path: string
    }
  }
}

/**
 * Lets in what is asked of us alone, by an address that can be read: everything behind builds addresses out of both. Without
 * a set origin a foreign Host is refused, so that no other site's name can lead a browser here.
 */
export function edgeGate(env: Pick<Environment, 'origin' | 'host'>): PlainHandler {
  const refuse = refuseWith(readEdgeWords())
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
): Refusal | null {
  // A health check of HTTP/1.0 names no host.
  if (host === undefined) return origin === null ? 'badHost' : null
  const read = countHosts(rawHeaders) > 1 ? null : readHost(host)
  if (read === null) return 'badHost'
  if (origin !== null) return null
  return isOwnName(read.name, { localAddress: socket.localAddress ?? '', bound }) ? null : 'foreignHost'
}

const countHosts = (rawHeaders: readonly string[]): number =>
  rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length

const ANSWERS: Record<Refusal, { status: number; code: string }> = {
  badAddress: { status: 400, code: 'bad-address' },
  badHost: { status: 400, code: 'bad-host' },
  foreignHost: { status: 421, code: 'foreign-host' },
}

/** Turns a request away: with a problem for clients of the API, else with a text that a person can read. */
function refuseWith(words: EdgeWords) {
  return (req: PlainRequest, res: PlainResponse, refusal: Refusal): void => {
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
