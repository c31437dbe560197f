import { z } from 'zod'
import { DomainError } from '~/domain/errors'
import { auditActor } from '~/platform/audit/audit-actor'
import { verb } from '~/platform/verb/verb'
import { servedBoard, tableOf } from '../tables/served-boards.server'
import { fileHead } from '../tables/served-head'
import { refuseIgnored } from '../tables/refuse-ignored'
import { FILE_FORMATS, FILE_FORMAT_NAMES } from './file-formats'
import { fileName } from './file-name'
import { writeTable } from './write-table'

const inputSchema = z.object({
  board: z.string().max(40),
  table: z.string().max(40),
  format: z.enum(FILE_FORMAT_NAMES, { error: `The formats are ${FILE_FORMAT_NAMES.join(', ')}.` }),
  /** As they stand in the address of the board. */
  parameters: z.record(z.string(), z.string().max(4_000)),
})

/** A file that is being written. */
export interface BoardFile {
  name: string
  type: string
  asOf: Date
  chunks: AsyncIterable<string | Uint8Array>
}

/**
 * A table of a board as a file, with the filter and at the watermark of the address, written as it is taken. Leaving it
 * before its end cancels what is still read.
 * @throws DomainError `rate-limited` beyond what people do, `invalid-input` for a filter that would be ignored
 */
export const exportTable = verb(
  {
    permission: 'boards.read',
    input: inputSchema,
    audit: ['board.export'],
    mayNeed: ['trials.read'],
  },
  async ({
    ctx,
    input: { board: name, table: part, format, parameters },
    audit,
    need,
  }): Promise<BoardFile> => {
    const board = servedBoard(name)
    const { isPersonal } = tableOf(board, part)
    if (isPersonal || board.permission === 'trials.read') need('trials.read')
    const who = auditActor(ctx.actor).actorName
    const waitMs = ctx.outletLimits.files.take(who, ctx.now())
    if (waitMs !== null) {
      const retryAfter = Math.ceil(waitMs / 1_000)
      throw new DomainError('rate-limited', `Too many files. Try again in ${retryAfter} s.`, { retryAfter })
    }
    const place = ctx.outletLimits.takePlace(who)
    try {
      const opened = await board.open(ctx, parameters)
      refuseIgnored(opened.leftOut)
      const head = fileHead({ board: name, table: part }, opened, parameters)
      await audit(ctx.db, 'board.export', {
        subject: name,
        data: { note: `${name} · ${part}.${format}`, parameters },
      })
      const chunks = whileHeld(place, writeTable(format, head, opened.table(part)))
      return { name: fileName(head, format), type: FILE_FORMATS[format], asOf: opened.period.asOf, chunks }
    } catch (error) {
      place[Symbol.dispose]()
      throw error
    }
  },
)

async function* whileHeld<Chunk>(place: Disposable, chunks: AsyncIterable<Chunk>): AsyncGenerator<Chunk> {
  try {
    yield* chunks
  } finally {
    place[Symbol.dispose]()
  }
}
