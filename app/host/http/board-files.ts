import { Readable } from 'node:stream'
import { Router } from 'express'
import type { Response } from 'express'
import { exportTable } from '~/features/boards/files/export-table.server'
import type { BoardFile } from '~/features/boards/files/export-table.server'
import type { TableFormat } from '~/features/boards/files/file-formats'
import type { App } from '~/platform/context/context'
import { endpoint } from '../api/endpoint'
import { parametersOf } from './parameters-of'
import { sendStream } from './send-stream'

/** Tables of boards as files, for who is signed in. Remix would not wait for a slow reader, so it is not asked. */
export function boardFiles(app: App): Router {
  const router = Router()
  router.get(
    '/boards/files/:board/:table/:format',
    endpoint(app, async ({ ctx, req, res }) => {
      res.locals.route = '/boards/files/:board/:table/:format'
      const { board = '', table = '', format } = req.params
      const input = { board, table, format: format as TableFormat, parameters: parametersOf(req) }
      await sendFile(res, await exportTable({ ctx, input }))
    }),
  )
  return router
}

/** Sends a file as fast as it is taken. When the other side leaves, what writes it ends. */
export async function sendFile(res: Response, { name, type, asOf, chunks }: BoardFile): Promise<void> {
  res.setHeader('Content-Type', type)
  res.setHeader('Content-Disposition', `attachment; filename="${name}"`)
  res.setHeader('Last-Modified', asOf.toUTCString())
  await sendStream(res, Readable.from(chunks, { objectMode: true, highWaterMark: 1 }))
}
