import type { RequestHandler } from 'express'

const LIMIT_BYTES = 1_000_000
/** Room for the largest document with all its guides, as a form encodes it. */
const STUDIO_LIMIT_BYTES = 16_000_000

/** Remix reads forms whole and has no limit of its own: a body must tell its length and keep within bounds. */
export const bodyGuard: RequestHandler = (req, res, next) => {
  if (req.headers['transfer-encoding'] !== undefined) return void res.status(411).end()
  const limit = req.path.startsWith('/studio/') ? STUDIO_LIMIT_BYTES : LIMIT_BYTES
  if (Number(req.headers['content-length'] ?? 0) > limit) return void res.status(413).end()
  next()
}
