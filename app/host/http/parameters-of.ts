import type { Request } from 'express'

/** The parameters of a request, each once: of repeated ones the last. */
export const parametersOf = (req: Request): Record<string, string> =>
  Object.fromEntries(new URL(req.originalUrl, 'http://localhost').searchParams)
