import type { PlainHandler, PlainRequest } from '../http/plain-http'

const LIMIT_BYTES = 256 * 1024
const PLAIN = /^application\/json(; ?charset=utf-8)?$/i

/**
 * Reads a body of JSON as browsers send it: of a told length, in UTF-8, not compressed. Whatever else comes is left to the
 * general reader behind it, which is several times as dear.
 */
export function plainJson(): PlainHandler {
  return (req, _res, next) => {
    if (!isPlain(req)) return next()
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      try {
        req.body = parse(Buffer.concat(chunks).toString('utf8'))
        // How the general reader is told that there is nothing left to read.
        Object.assign(req, { _body: true })
        next()
      } catch (error) {
        next(Object.assign(error as Error, { type: 'entity.parse.failed', status: 400 }))
      }
    })
  }
}

function isPlain({ headers }: PlainRequest): boolean {
  const length = Number(headers['content-length'])
  const isShort = length > 0 && length <= LIMIT_BYTES
  return isShort && headers['content-encoding'] === undefined && PLAIN.test(headers['content-type'] ?? '')
}

/** As the general reader: only maps and lists are a body. */
function parse(text: string): unknown {
  const value: unknown = JSON.parse(text)
  if (typeof value === 'object' && value !== null) return value
  throw new SyntaxError('A body is a map or a list.')
}
