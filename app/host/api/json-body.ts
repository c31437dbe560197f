import { json } from 'express'
import type { RequestHandler } from 'express'
import type { PlainHandler } from '../http/plain-http'

const LIMIT_BYTES = 256 * 1024
const JSON_TYPE = /^application\/json *(;|$)/i

/** Reads bodies of JSON, at most 256 kB unless told otherwise. Garbage is a 400, too much a 413, anything but JSON a 415. */
export function jsonBody(limit = LIMIT_BYTES): (RequestHandler | PlainHandler)[] {
  return [refuseOtherTypes, json({ limit })]
}

const refuseOtherTypes: PlainHandler = ({ body, headers }, _res, next) => {
  // Without a body there is nothing to read: the schema will speak of that. One that is there was read already.
  const length = headers['content-length']
  const isEmpty = length === '0' || (length === undefined && headers['transfer-encoding'] === undefined)
  if (body !== undefined || isEmpty || JSON_TYPE.test(headers['content-type'] ?? '')) return next()
  next(Object.assign(new Error('Send application/json.'), { type: 'media-type.unsupported', status: 415 }))
}
