import { json } from 'express'
import type { RequestHandler } from 'express'
import type { PlainHandler } from '../http/plain-http'

const LIMIT_BYTES = 256 * 1024
const JSON_TYPE = /^application\/json *(;|$)/i

/** Reads JSON bodies of at most `limit` (256 kB by default): 400 if malformed, 413 if too large, 415 for other types. */
export function jsonBody(limit = LIMIT_BYTES): (RequestHandler | PlainHandler)[] {
  return [refuseOtherTypes, json({ limit })]
}

const refuseOtherTypes: PlainHandler = ({ body, headers }, _res, next) => {
  // A missing body is reported by the schema; a present one was already read.
  const length = headers['content-length']
  const isEmpty = length === '0' || (length === undefined && headers['transfer-encoding'] === undefined)
  if (body !== undefined || isEmpty || JSON_TYPE.test(headers['content-type'] ?? '')) return next()
  next(Object.assign(new Error('Send application/json.'), { type: 'media-type.unsupported', status: 415 }))
}
