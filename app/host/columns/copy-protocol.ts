import type { ColumnsStatement } from '#db/columns/columns-reader'
import type { CopyStatus } from '#db/columns/follow/copy-keeper'
import type { SerializedError } from '../threads/collect-protocol'
import type { FunnelAsk } from './give-reader'

/** What the process of the copy is told first. */
export interface CopySettings {
  databaseUrl: string
  /** Of the copy; without it everything is in memory. */
  file: string | null
  memory: string
  threads: number
  longestMs: number
  limitMs: number
  logLevel: string
}

/** To the process of the copy. */
export type CopyOrder =
  | { start: CopySettings }
  | { ticket: number; statement: ColumnsStatement }
  | { ticket: number; funnel: FunnelAsk }
  | { ticket: number; catchUp: true }
  | { cancel: number }
  | { end: true }

/** From it. Rows and funnels are JSON text, which is passed on faster than objects. */
export type CopyReport =
  | { status: CopyStatus }
  | { ticket: number; answer: string }
  | { ticket: number; isCaughtUp: true }
  | ({ ticket: number } & SerializedError)
