import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import express, { Router } from 'express'
import type { RequestHandler } from 'express'

const ENCODINGS = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
]

/**
 * The client build: hashed assets are cached forever, other files for an hour. Files compressed by
 * `scripts/precompress.mjs` are sent as they are.
 */
export function staticFiles(clientDirectory: string): Router {
  const assets = join(clientDirectory, 'assets')
  const router = Router()
  router.use('/assets', precompressed(assets))
  router.use('/assets', express.static(assets, { immutable: true, maxAge: '1y' }))
  router.use('/assets', noSuchFile)
  router.use(express.static(clientDirectory, { maxAge: '1h', index: false }))
  return router
}

/** There are no pages below the assets. Not cacheable: a deployment may add the file. */
const noSuchFile: RequestHandler = (_req, res) =>
  void res.status(404).set('Cache-Control', 'no-store').type('txt').send('There is no such file.\n')

/** Sends the smallest compressed file that the browser accepts. */
function precompressed(assets: string): RequestHandler {
  const names = new Set(existsSync(assets) ? readdirSync(assets) : [])
  return (req, res, next) => {
    const name = req.path.slice(1)
    if (!names.has(`${name}.br`) && !names.has(`${name}.gz`)) return next()
    res.vary('Accept-Encoding')
    const taken = ENCODINGS.find(
      (each) => names.has(name + each.suffix) && req.acceptsEncodings(each.name) === each.name,
    )
    if (!taken) return next()
    res.type(name.slice(name.lastIndexOf('.')))
    res.setHeader('Content-Encoding', taken.name)
    req.url = req.url.replace(name, name + taken.suffix)
    next()
  }
}
