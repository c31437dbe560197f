import type { IncomingMessage, ServerResponse } from 'node:http'

/** How long the rest of a body that nobody wants may take. */
const DRAIN_MS = 5_000

/**
 * Reads the rest of a body that was answered before its end, and drops it. Without this the next request of the connection
 * would wait behind it until the connection is closed. A rest that takes too long closes the connection.
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
