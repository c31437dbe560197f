import type { RequestHandler } from 'express'

const ALLOWED = ['GET', 'HEAD', 'POST']

/** Pages accept GET, HEAD and POST. Remix cannot even represent some other methods, such as TRACE. */
export const pageMethods: RequestHandler = (req, res, next) => {
  if (ALLOWED.includes(req.method)) return next()
  res.setHeader('Allow', [...ALLOWED, 'OPTIONS'].join(', '))
  res.status(req.method === 'OPTIONS' ? 204 : 405).end()
}
