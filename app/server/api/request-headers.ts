import type { Request } from 'express'

/** The headers of an Express request as the web knows them. */
export function headersOf(req: Pick<Request, 'headers'>): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) {
    if (Array.isArray(value)) for (const each of value) headers.append(name, each)
    else if (value !== undefined) headers.set(name, value)
  }
  return headers
}
