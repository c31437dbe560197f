import type { ColumnsReader } from '#db/columns/columns-reader'
import type { FunnelAnswer, FunnelQuestion } from '~/domain/insight/funnel/funnel-question'

export interface ReaderWish {
  /** The watermark of an earlier answer, so that its numbers and lists agree. */
  asOfMs?: number | undefined
  /** Aborted when nobody waits for the answer any more. */
  signal?: AbortSignal | undefined
}

export interface GivenReader {
  reader: ColumnsReader
  /** Counts a funnel at the same watermark. Its events stay where the copy is. */
  funnel(question: FunnelQuestion): Promise<FunnelAnswer>
  /** The moment of its watermark by the application's clock, from which figures are measured. */
  at: Date
  /** The wished watermark is too old: figures have moved on. */
  movedOn: boolean
}

/** The columnar copy that boards read from, kept by this instance. */
export interface ColumnarCopy {
  /**
   * A reader of the copy at a watermark; without one at the newest. Its statements are `timed-out` after the time of a board.
   * @throws DomainError `unavailable` while the copy is made or catches up after a start
   */
  read(wish?: ReaderWish): Promise<GivenReader>
  /**
   * Resolves once everything that was committed before the call is in the copy, and what was deleted is gone from it.
   * When that takes too long it resolves too, and nothing is read from the copy until it is so.
   */
  catchUp(): Promise<void>
  /** Calls back each time that trials changed in the copy, with the watermark, until the given function is called. */
  onTrials(callback: (asOfMs: number) => void): () => void
  stop(): Promise<void>
}
