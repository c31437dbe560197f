import type { Request } from 'express'

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
