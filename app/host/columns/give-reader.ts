import type { ColumnsReader } from '#db/columns/columns-reader'
import { writeStatement } from '#db/columns/columns-reader'
import type { ColumnsStatement } from '#db/columns/columns-reader'
import type { CopyStatus } from '#db/columns/follow/copy-keeper'
import { DomainError } from '~/domain/errors'
import type { FunnelAnswer, FunnelQuestion } from '~/domain/insight/funnel/funnel-question'
import type { GivenReader, ReaderWish } from '~/platform/columns/columnar-copy'

/** What a copy is asked by. */
export interface CopyWork {
  rows<Row extends object>(statement: ColumnsStatement, signal: AbortSignal): Promise<Row[]>
  funnel(ask: FunnelAsk, signal: AbortSignal): Promise<FunnelAnswer>
}

/** A funnel at a watermark. */
export interface FunnelAsk {
  asOfMs: number
  question: FunnelQuestion
}

const NEVER = new AbortController().signal

/** A reader at the wished watermark, or at the newest when that is too old. */
export function giveReader(
  { state, asOfMs: newestMs, oldestMs, progress }: CopyStatus,
  { asOfMs: wishedMs, signal = NEVER }: ReaderWish,
  work: CopyWork,
): GivenReader {
  if (state !== 'serving' || newestMs === null) {
    const percent = progress && progress.of > 0 ? Math.floor((100 * progress.rows) / progress.of) : null
    const message = 'The figures are being prepared. Try again in a moment.'
    throw new DomainError('unavailable', message, { copy: { percent } })
  }
  const isKept = wishedMs !== undefined && wishedMs >= oldestMs && wishedMs <= newestMs
  const asOfMs = isKept ? wishedMs : newestMs
  const reader: ColumnsReader = { asOfMs, rows: (statement) => work.rows(writeStatement(statement), signal) }
  const funnel = (question: FunnelQuestion) => work.funnel({ asOfMs, question }, signal)
  return { reader, funnel, at: new Date(asOfMs), movedOn: wishedMs !== undefined && !isKept }
}
