import type { IncomingMessage, ServerResponse } from 'node:http'
import proxyAddress from 'proxy-addr'

/**
 * A request as Node gives it, with what Express's router notes on it. Express's application gives every request and
 * response another prototype, which makes all that follows several times as dear: whatever stands ahead of it keeps to this.
 */
export type PlainRequest = IncomingMessage & {
  originalUrl?: string
  baseUrl?: string
  route?: { path?: unknown }
  params?: Record<string, string>
  body?: unknown
}

export type PlainResponse = ServerResponse & { locals: Express.Locals }

/** A middleware that asks nothing of Express, so it serves ahead of its application and inside of it. */
export type PlainHandler = (req: PlainRequest, res: PlainResponse, next: (error?: unknown) => void) => void

/** One handler that runs several, each once the one before has passed the request on. */
export function inTurn(...handlers: PlainHandler[]): PlainHandler {
  return (req, res, next) => {
    const run = (index: number): void => {
      const handler = handlers[index]
      if (!handler) return next()
      handler(req, res, (error) => (error === undefined ? run(index + 1) : next(error)))
    }
    run(0)
  }
}

/** The path that was asked for, wherever the router that asks is mounted. */
export function pathOf(req: PlainRequest): string {
  // A proxy may ask with the whole address.
  const url = (req.originalUrl ?? req.url ?? '/').replace(/^[a-z]+:\/\/[^/?]*/i, '')
  const query = url.indexOf('?')
  return query === -1 ? url : url.slice(0, query)
}

/** The address a request came from, past so many proxies in front, of which each adds who asked it. */
export function addressOf(req: PlainRequest, proxies: number): string {
  if (proxies === 0) return req.socket.remoteAddress ?? ''
  return proxyAddress(req, (_address, distance) => distance < proxies)
}

/** The scheme the browser used: what the proxy in front says when there is one, else that of the socket. */
export function protocolOf(req: PlainRequest, proxies: number): string {
  const own = 'encrypted' in req.socket ? 'https' : 'http'
  const [told = ''] = proxies > 0 ? textOf(req.headers['x-forwarded-proto']).split(',') : []
  return told.trim() || own
}

const textOf = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? value.join(',') : (value ?? '')

/** Answers with text of a kind, and ends the answer. */
export function answerWith(res: PlainResponse, status: number, type: string, text: string): void {
  res.statusCode = status
  res.setHeader('Content-Type', `${type}; charset=utf-8`)
  res.setHeader('Content-Length', Buffer.byteLength(text))
  res.end(text)
}
