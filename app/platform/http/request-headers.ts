import type { IncomingMessage } from 'node:http'
import type { Request } from 'express'

/** What is asked of headers: the web's own `Headers` answer it as well. */
export interface HeaderReader {
  get(name: string): string | null
}

const readers = new WeakMap<IncomingMessage['headers'], HeaderReader>()

/** Reads the headers of a request by their names in lower case, several times as cheaply as `headersOf`. */
export function headerReaderOf({ headers }: Pick<IncomingMessage, 'headers'>): HeaderReader {
  const known = readers.get(headers)
  if (known) return known
  const reader: HeaderReader = {
    get: (name) => {
      const value = headers[name]
      return (Array.isArray(value) ? value.join(', ') : value) ?? null
    },
  }
  readers.set(headers, reader)
  return reader
}

/** Made once for each request: several parts of an answer ask for them. */
const made = new WeakMap<Request['headers'], Headers>()

/** The headers of an Express request as the web knows them, as they were when first asked for. */
export function headersOf(req: Pick<Request, 'headers'>): Headers {
  const known = made.get(req.headers)
  if (known) return known
  const headers = new Headers()
  made.set(req.headers, headers)
  for (const [name, value] of Object.entries(req.headers)) {
    if (Array.isArray(value)) for (const each of value) headers.append(name, each)
    else if (value !== undefined) headers.set(name, value)
  }
  return headers
}
