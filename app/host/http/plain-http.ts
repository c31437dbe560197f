import type { IncomingMessage, ServerResponse } from 'node:http'
import proxyAddress from 'proxy-addr'

/**
 * A plain Node request with the properties that Express's router adds. Express's application replaces the prototype of
 * every request and response: 38 µs of processor time a request, as much as all else that serves one
 * (`npm run bench -- parts`), so handlers before it use this type.
 */
export type PlainRequest = IncomingMessage & {
  originalUrl?: string
  baseUrl?: string
  route?: { path?: unknown }
  params?: Record<string, string>
  body?: unknown
}

export type PlainResponse = ServerResponse & { locals: Express.Locals }

/** Middleware that does not depend on Express, so it runs before its application and inside it. */
export type PlainHandler = (req: PlainRequest, res: PlainResponse, next: (error?: unknown) => void) => void

/** Combines several handlers into one that runs them in order. */
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

/** The requested path, independent of where the router is mounted. */
export function pathOf(req: PlainRequest): string {
  // A proxy may send an absolute URL.
  const url = (req.originalUrl ?? req.url ?? '/').replace(/^[a-z]+:\/\/[^/?]*/i, '')
  const query = url.indexOf('?')
  return query === -1 ? url : url.slice(0, query)
}

/** The IP address of the client, behind the given number of trusted proxies. */
export function addressOf(req: PlainRequest, proxies: number): string {
  if (proxies === 0) return req.socket.remoteAddress ?? ''
  return proxyAddress(req, (_address, distance) => distance < proxies)
}

/** The scheme the browser used: from the proxy in front if there is one, else from the socket. */
export function protocolOf(req: PlainRequest, proxies: number): string {
  const own = 'encrypted' in req.socket ? 'https' : 'http'
  const [forwarded = ''] = proxies > 0 ? textOf(req.headers['x-forwarded-proto']).split(',') : []
  return forwarded.trim() || own
}

const textOf = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? value.join(',') : (value ?? '')

/** Sends a text response of the given content type. */
export function answerWith(res: PlainResponse, status: number, type: string, text: string): void {
  res.statusCode = status
  res.setHeader('Content-Type', `${type}; charset=utf-8`)
  res.setHeader('Content-Length', Buffer.byteLength(text))
  res.end(text)
}
