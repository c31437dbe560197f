import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import express, { Router } from 'express'
import type { RequestHandler } from 'express'

const ENCODINGS = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
]

/**
 * The client build: hashed assets for ever, the rest for an hour. A file that `scripts/precompress.mjs` compressed is
 * sent as it is, without any work.
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

/** No page stands below the assets, so nobody else is asked. Not to be kept: a deployment may bring the file. */
const noSuchFile: RequestHandler = (_req, res) =>
  void res.status(404).set('Cache-Control', 'no-store').type('txt').send('There is no such file.\n')

/** Sends the smallest form that the browser takes, by looking at the names that the build made. */
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
