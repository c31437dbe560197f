import { join } from 'node:path'
import express, { Router } from 'express'
import type { ErrorRequestHandler, RequestHandler } from 'express'
import precompressed from 'express-static-gzip'

/**
 * The client build: hashed assets are cached forever, other files for an hour. Files compressed by
 * `scripts/precompress.mjs` are sent as they are.
 */
export function staticFiles(clientDirectory: string): Router {
  const router = Router()
  router.use('/assets', assets(join(clientDirectory, 'assets')), noSuchFile, notThatFile)
  router.use(express.static(clientDirectory, { maxAge: '1h', index: false }))
  return router
}

/** Sends the smallest compressed file that the browser accepts. */
const assets = (directory: string): RequestHandler =>
  precompressed(directory, {
    enableBrotli: true,
    orderPreference: ['br', 'gzip'],
    index: false,
    serveStatic: { immutable: true, maxAge: '1y' },
  })

/** There are no pages below the assets. Not cacheable: a deployment may add the file. */
const noSuchFile: RequestHandler = (_req, res) => {
  res.removeHeader('Content-Encoding')
  res.status(404).set('Cache-Control', 'no-store').type('txt').send('There is no such file.\n')
}

const OF_THE_FILE = ['Content-Encoding', 'Cache-Control', 'ETag', 'Last-Modified', 'Accept-Ranges']

/** An error found after the headers of the file were set, such as a range beyond its end, goes out without them. */
const notThatFile: ErrorRequestHandler = (error, _req, res, next) => {
  for (const name of OF_THE_FILE) res.removeHeader(name)
  next(error)
}
