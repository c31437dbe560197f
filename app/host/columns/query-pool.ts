import type { DuckDBConnection } from '@duckdb/node-api'
import { runStatement } from '#db/columns/columns-reader'
import type { ColumnsStatement } from '#db/columns/columns-reader'
import { answerFunnel } from '#db/columns/funnel/answer-funnel'
import type { Columns } from '#db/columns/open-columns'
import { DomainError } from '~/domain/errors'
import type { FunnelAnswer } from '~/domain/insight/funnel/funnel-question'
import type { CopyWork, FunnelAsk } from './give-reader'

/** Statements at the same time: each uses all threads that the copy may have. */
const AT_ONCE = 2
const MOST_WAITING = 100
const INTERRUPT_EVERY_MS = 50

export interface QueryPoolOptions {
  /** The copy as it is open at this moment; null while it is not. */
  columns: () => Columns | null
  /** From the moment a statement is asked until it is interrupted. */
  limitMs: number
  /** Told of every failure that is not of our own making. */
  onFailure: (error: unknown) => void
}

type Work<Answer> = (connection: DuckDBConnection) => Promise<Answer>

interface Lane {
  columns: Columns
  connection: DuckDBConnection
}

/** Runs statements and funnels on a few connections. What waits too long, takes too long, or is no longer waited for ends. */
export class QueryPool implements CopyWork {
  private free: Lane[] = []
  private running = 0
  private queue: (() => void)[] = []

  constructor(private readonly options: QueryPoolOptions) {}

  rows<Row extends object>(statement: ColumnsStatement, signal: AbortSignal): Promise<Row[]> {
    return this.ask((connection) => runStatement<Row>(connection, statement), signal)
  }

  funnel({ asOfMs, question }: FunnelAsk, signal: AbortSignal): Promise<FunnelAnswer> {
    return this.ask((connection) => answerFunnel(connection, asOfMs, question), signal)
  }

  /**
   * @throws DomainError `unavailable` when too many wait or the copy is not open, `timed-out` after the limit
   * @throws the reason of `signal` when it is aborted
   */
  private async ask<Answer>(work: Work<Answer>, signal: AbortSignal): Promise<Answer> {
    const late = AbortSignal.timeout(this.options.limitMs)
    const ended = AbortSignal.any([signal, late])
    await this.turn(ended).catch((error: unknown) => refuse(error, late, signal))
    try {
      return await this.run(work, ended)
    } catch (error) {
      if (!ended.aborted) this.options.onFailure(error)
      return refuse(error, late, signal)
    } finally {
      this.running -= 1
      this.queue.shift()?.()
    }
  }

  private turn(ended: AbortSignal): Promise<void> {
    if (this.running < AT_ONCE) {
      this.running += 1
      return Promise.resolve()
    }
    if (this.queue.length >= MOST_WAITING) {
      const message = 'Many figures are being computed. Try again in a moment.'
      return Promise.reject(new DomainError('unavailable', message))
    }
    return new Promise((resolve, reject) => {
      const go = () => {
        this.running += 1
        ended.removeEventListener('abort', leave)
        resolve()
      }
      const leave = () => {
        this.queue = this.queue.filter((other) => other !== go)
        reject(new Error('left the queue', { cause: ended.reason }))
      }
      ended.addEventListener('abort', leave, { once: true })
      this.queue.push(go)
    })
  }

  private async run<Answer>(work: Work<Answer>, ended: AbortSignal): Promise<Answer> {
    ended.throwIfAborted()
    const lane = await this.takeLane()
    try {
      ended.throwIfAborted()
      const answer = await interruptible(lane.connection, ended, () => work(lane.connection))
      ended.throwIfAborted()
      return answer
    } finally {
      // One that was interrupted may be inside a transaction.
      if (ended.aborted) lane.connection.closeSync()
      else this.free.push(lane)
    }
  }

  /** A free connection to the copy as it is open now. */
  private async takeLane(): Promise<Lane> {
    const columns = this.options.columns()
    if (!columns)
      throw new DomainError('unavailable', 'The figures are being prepared. Try again in a moment.')
    const own = this.free.find((lane) => lane.columns === columns)
    this.free = this.free.filter((lane) => lane !== own && lane.columns === columns)
    return own ?? { columns, connection: await columns.connect() }
  }
}

/** Interrupts again and again, since a statement that is still being prepared does not notice. */
async function interruptible<Result>(
  connection: DuckDBConnection,
  ended: AbortSignal,
  work: () => Promise<Result>,
): Promise<Result> {
  let again: NodeJS.Timeout | undefined
  const interrupt = () => {
    connection.interrupt()
    again = setInterval(() => connection.interrupt(), INTERRUPT_EVERY_MS)
  }
  ended.addEventListener('abort', interrupt, { once: true })
  try {
    return await work()
  } finally {
    ended.removeEventListener('abort', interrupt)
    clearInterval(again)
  }
}

function refuse(error: unknown, late: AbortSignal, signal: AbortSignal): never {
  if (signal.aborted) throw signal.reason
  if (late.aborted) throw new DomainError('timed-out', 'The figures took too long to compute.')
  throw error
}
