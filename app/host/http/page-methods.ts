import type { RequestHandler } from 'express'

const ALLOWED = ['GET', 'HEAD', 'POST']

/** Pages are read, and take forms. Of other methods some, such as TRACE, cannot even be made a request that Remix takes. */
export const pageMethods: RequestHandler = (req, res, next) => {
  if (ALLOWED.includes(req.method)) return next()
  res.setHeader('Allow', [...ALLOWED, 'OPTIONS'].join(', '))
  res.status(req.method === 'OPTIONS' ? 204 : 405).end()
}
