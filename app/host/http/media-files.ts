import { Router } from 'express'
import type { Request, Response } from 'express'
import { DomainError } from '~/domain/errors'
import { openMedium } from '~/features/studio/media/open-medium.server'
import type { OpenMedium } from '~/features/studio/media/open-medium.server'
import type { App } from '~/platform/context/context'
import type { ByteRange } from '~/platform/media/media-store'
import { endpoint } from '../api/endpoint'
import { parametersOf } from './parameters-of'
import { sendStream } from './send-stream'

/** As GitHub serves pictures: nothing in one runs or loads, even when it is opened by itself. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"

/** Pictures, drawings and videos of the library. What a name stands for never changes, so browsers keep it. */
export function mediaFiles(app: App): Router {
  const router = Router()
  router.get(
    '/media/:name',
    endpoint(app, async ({ ctx, req, res }) => {
      res.locals.route = '/media/:name'
      const { w: width } = parametersOf(req)
      await send(req, res, await openMedium({ ctx, input: { name: req.params.name ?? '', width } }))
    }),
  )
  return router
}

async function send(req: Request, res: Response, medium: OpenMedium): Promise<void> {
  const range = rangeOf(req, medium.bytes)
  if (range === 'unsatisfiable')
    return void res.status(416).set('Content-Range', `bytes */${medium.bytes}`).end()
  const content = req.method === 'HEAD' ? null : await medium.open(range)
  if (req.method !== 'HEAD' && !content)
    throw new DomainError('not-found', 'There is no such picture or video.')
  setHeaders(res, medium, range)
  if (!content) return void res.end()
  await sendStream(res, content)
}

function setHeaders(
  res: Response,
  { name, contentType, isDrawing, bytes }: OpenMedium,
  range?: ByteRange,
): void {
  res.setHeader('Content-Type', contentType)
  res.setHeader('Content-Disposition', `${isDrawing ? 'attachment' : 'inline'}; filename="${name}"`)
  res.setHeader('Content-Security-Policy', POLICY)
  res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
  res.setHeader('Cache-Control', 'public, max-age=31536000, immutable, no-transform')
  res.setHeader('Accept-Ranges', 'bytes')
  res.setHeader('Content-Length', range ? range.end - range.start + 1 : bytes)
  if (range) res.status(206).setHeader('Content-Range', `bytes ${range.start}-${range.end}/${bytes}`)
}

/** The one range that is asked for; players ask for parts of a video. Several at once are answered with the whole. */
function rangeOf(req: Request, bytes: number): ByteRange | 'unsatisfiable' | undefined {
  const asked = req.range(bytes)
  if (asked === -1) return 'unsatisfiable'
  if (asked === undefined || asked === -2 || asked.type !== 'bytes' || asked.length !== 1) return undefined
  return asked[0]
}
