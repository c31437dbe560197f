import { createHash } from 'node:crypto'
import { Router } from 'express'
import { exportTable } from '~/features/boards/files/export-table.server'
import type { TableFormat } from '~/features/boards/files/file-formats'
import { listBoards } from '~/features/boards/tables/list-boards.server'
import { readBoardTables } from '~/features/boards/tables/read-board-tables.server'
import { recordOfRow } from '~/features/boards/tables/record-of-row'
import { listRawTrials } from '~/features/boards/trials/list-raw-trials.server'
import type { App } from '~/platform/context/context'
import { sendFile } from '../http/board-files'
import { parametersOf } from '../http/parameters-of'
import { otherMethods } from './endpoint'
import type { Call } from './endpoint'
import { keyEndpoint } from './key-endpoint'

/** What the boards say, for other systems with an API key. */
export function boardRoutes(app: App): Router {
  const routes = Router()
  const read = (path: string, answer: (call: Call) => Promise<void>) =>
    routes.route(path).get(keyEndpoint(app, answer)).all(otherMethods('GET'))
  read('/boards', async ({ ctx, res }) => void res.json({ boards: await listBoards({ ctx }) }))
  read('/boards/trials', sendTrials)
  read('/boards/:board', sendBoard)
  read('/boards/:board/tables/:table', sendTable)
  return routes
}

async function sendBoard({ ctx, req, res }: Call): Promise<void> {
  const { board = '' } = req.params
  const { tables, ...head } = await readBoardTables({ ctx, input: { board, parameters: parametersOf(req) } })
  const named = tables.map(({ name, columns, rows }) => ({
    ...{ name, columns },
    rows: rows.map((row) => recordOfRow(columns, row)),
  }))
  sendTagged(req, res, { ...head, tables: named })
}

async function sendTrials({ ctx, req, res }: Call): Promise<void> {
  const { limit, ...parameters } = parametersOf(req)
  const page = await listRawTrials({ ctx, input: { parameters, ...(limit !== undefined && { limit }) } })
  sendTagged(req, res, page)
}

async function sendTable({ ctx, req, res }: Call): Promise<void> {
  const { board = '', table = '' } = req.params
  const { format = 'json', ...parameters } = parametersOf(req)
  const input = { board, table, format: format as TableFormat, parameters }
  await sendFile(res, await exportTable({ ctx, input }))
}

/** The same address at the same watermark has the same answer. */
function sendTagged<Body extends { watermark: number }>(
  req: Call['req'],
  res: Call['res'],
  body: Body,
): void {
  const address = createHash('sha256').update(req.originalUrl).digest('base64url').slice(0, 16)
  const tag = `W/"${body.watermark}-${address}"`
  res.setHeader('Cache-Control', 'private, no-cache')
  res.setHeader('ETag', tag)
  if (req.get('if-none-match')?.includes(tag)) return void res.status(304).end()
  res.json(body)
}
