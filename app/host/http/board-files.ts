import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Router } from 'express'
import type { Request, Response } from 'express'
import { exportTable } from '~/features/boards/files/export-table.server'
import type { BoardFile } from '~/features/boards/files/export-table.server'
import type { TableFormat } from '~/features/boards/files/file-formats'
import type { App } from '~/platform/context/context'
import { endpoint } from '../api/endpoint'

/** The parameters of a request, each once: of repeated ones the last. */
export const parametersOf = (req: Request): Record<string, string> =>
  Object.fromEntries(new URL(req.originalUrl, 'http://localhost').searchParams)

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
  try {
    await pipeline(Readable.from(chunks, { objectMode: true, highWaterMark: 1 }), res)
  } catch (error) {
    if (!isLeft(error)) throw error
  }
}

/** Whether the other side left before the end. */
export const isLeft = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
