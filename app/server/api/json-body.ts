import { json } from 'express'
import type { RequestHandler } from 'express'

const LIMIT_BYTES = 256 * 1024

/** Reads bodies of JSON, at most 256 kB unless told otherwise. Garbage is a 400, too much a 413, anything but JSON a 415. */
export function jsonBody(limit = LIMIT_BYTES): RequestHandler[] {
  return [refuseOtherTypes, json({ limit })]
}

const refuseOtherTypes: RequestHandler = (req, _res, next) => {
  // Without a body there is nothing to read: the schema will speak of that. One that is there was read already.
  const isDone = req.body !== undefined || req.headers['content-length'] === '0'
  if (isDone || req.is('application/json') !== false) return next()
  next(Object.assign(new Error('Send application/json.'), { type: 'media-type.unsupported', status: 415 }))
}
