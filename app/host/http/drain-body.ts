import type { IncomingMessage, ServerResponse } from 'node:http'

/** How long reading the rest of an unwanted body may take. */
const DRAIN_MS = 5_000

/**
 * Reads and discards the rest of a body after an early response. Otherwise the next request on the connection would
 * wait behind it. A rest that takes too long closes the connection.
 */
export function drainBody(req: IncomingMessage, res: ServerResponse, patienceMs = DRAIN_MS): void {
  res.once('finish', () => {
    if (req.complete) return
    const cut = setTimeout(() => req.socket.destroy(), patienceMs)
    req.once('end', () => clearTimeout(cut))
    req.socket.once('close', () => clearTimeout(cut))
    req.resume()
  })
}
