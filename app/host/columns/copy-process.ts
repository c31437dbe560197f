import { CopyKeeper } from '#db/columns/follow/copy-keeper'
import { createLog } from '~/platform/log'
import { serializeError } from '../threads/collect-protocol'
import type { CopyOrder, CopyReport, CopySettings } from './copy-protocol'
import { QueryPool } from './query-pool'

// A process of its own that keeps the columnar copy and answers statements, until its parent ends.

const STOP_MS = 3_000

const report = (message: CopyReport): void => {
  if (process.connected) process.send?.(message)
}

interface Started {
  keeper: CopyKeeper
  pool: QueryPool
}

function start({ databaseUrl, file, memory, threads, longestMs, limitMs, logLevel }: CopySettings): Started {
  const log = createLog({ logLevel }, { terminal: false })
  const keeper = new CopyKeeper({
    ...{ databaseUrl, longestMs, threads, memoryLimit: memory, ...(file && { file }) },
    onStatus: (status) => report({ status }),
    onNotice: (message, error) => (error ? log.warn({ err: error }, message) : log.info(message)),
  })
  keeper.start()
  const onFailure = (error: unknown) => keeper.noticeDamage(error)
  return { keeper, pool: new QueryPool({ columns: () => keeper.columns, limitMs, onFailure }) }
}

let started: Started | null = null
const waited = new Map<number, AbortController>()

async function answer(ticket: number, work: (signal: AbortSignal) => Promise<CopyReport>): Promise<void> {
  const wait = new AbortController()
  waited.set(ticket, wait)
  try {
    report(await work(wait.signal))
  } catch (error) {
    report({ ticket, ...serializeError(error) })
  } finally {
    waited.delete(ticket)
  }
}

async function end(): Promise<void> {
  const late = setTimeout(() => process.exit(0), STOP_MS)
  await started?.keeper.stop()
  clearTimeout(late)
  process.exit(0)
}

process.on('message', (order: CopyOrder) => {
  if ('start' in order) started = start(order.start)
  else if ('cancel' in order) waited.get(order.cancel)?.abort(new Error('nobody waits'))
  else if ('end' in order) void end()
  else if (started) {
    const { keeper, pool } = started
    const { ticket } = order
    void answer(ticket, async (signal): Promise<CopyReport> => {
      if ('statement' in order) {
        return { ticket, answer: JSON.stringify(await pool.rows(order.statement, signal)) }
      }
      if ('funnel' in order) {
        return { ticket, answer: JSON.stringify(await pool.funnel(order.funnel, signal)) }
      }
      await keeper.catchUp()
      return { ticket, isCaughtUp: true }
    })
  }
})
process.on('disconnect', () => void end())
// The parent says when to end; a signal from the terminal reaches both.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => {})
