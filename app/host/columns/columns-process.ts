import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import type { CopyStatus } from '#db/columns/follow/copy-keeper'
import { DomainError } from '~/domain/errors'
import type { ColumnarCopy } from '~/platform/columns/columnar-copy'
import { deserializeError } from '../threads/collect-protocol'
import type { CopyOrder, CopyReport, CopySettings } from './copy-protocol'
import type { CopyWork } from './give-reader'
import { giveReader } from './give-reader'
import { TrialChanges } from './trial-changes'

const PAUSE_MS = 1_000
const MOST_PAUSE_MS = 30_000
const STOP_MS = 5_000
/** How much later than a statement's limit its process is no longer waited for. */
const HANGING_MS = 2_000

const UNKNOWN: CopyStatus = {
  ...{ state: 'reading', asOfMs: null, oldestMs: 0, trialsAsOfMs: null, progress: null, problem: null },
}

interface Waiting {
  take: (report: CopyReport) => void
  fail: (error: unknown) => void
}

export interface ColumnsProcessOptions {
  settings: CopySettings
  log: Logger
  /** How long a catching up is waited for. */
  patienceMs: number
  onStatus: (status: CopyStatus) => void
}

/** The copy in a process of its own, which is started again when it ends. */
export class ColumnsProcess implements ColumnarCopy {
  private child: ChildProcess
  private status = UNKNOWN
  private tickets = 0
  private failures = 0
  private isStopped = false
  private readonly waiting = new Map<number, Waiting>()
  /** Catching up that took too long. Until it is done nothing may be read. */
  private readonly owed = new Set<Promise<void>>()
  private readonly trialChanges = new TrialChanges()

  constructor(private readonly options: ColumnsProcessOptions) {
    this.child = this.spawn()
  }

  get pid(): number | undefined {
    return this.child.pid
  }

  read: ColumnarCopy['read'] = (wish = {}) => {
    const status: CopyStatus = this.owed.size > 0 ? { ...this.status, state: 'reading' } : this.status
    return Promise.resolve().then(() => giveReader(status, wish, this.work))
  }

  onTrials: ColumnarCopy['onTrials'] = (callback) => this.trialChanges.listen(callback)

  catchUp = async (): Promise<void> => {
    const done = this.untilCaughtUp()
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        this.owed.add(done)
        void done.finally(() => this.owed.delete(done))
        resolve()
      }, this.options.patienceMs)
    })
    await Promise.race([done, late]).finally(() => clearTimeout(timer))
  }

  stop = async (): Promise<void> => {
    this.isStopped = true
    const { child } = this
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    this.send({ end: true })
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
    await gone
    clearTimeout(late)
  }

  /** A process that ends meanwhile is asked again once it is back. */
  private async untilCaughtUp(): Promise<void> {
    while (!this.isStopped) {
      try {
        await this.ask((ticket) => ({ ticket, catchUp: true }))
        return
      } catch {
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
      }
    }
  }

  private readonly work: CopyWork = {
    rows: (statement, signal) => this.answer((ticket) => ({ ticket, statement }), signal),
    funnel: (funnel, signal) => this.answer((ticket) => ({ ticket, funnel }), signal),
  }

  private async answer<Answer>(orderOf: (ticket: number) => CopyOrder, signal: AbortSignal): Promise<Answer> {
    const late = AbortSignal.timeout(this.options.settings.limitMs + HANGING_MS)
    const ended = AbortSignal.any([signal, late])
    ended.throwIfAborted()
    const report = await this.ask(orderOf, ended).catch((error: unknown) => {
      throw late.aborted ? new DomainError('timed-out', 'The figures took too long to compute.') : error
    })
    return JSON.parse('answer' in report ? report.answer : '[]') as Answer
  }

  private ask(orderOf: (ticket: number) => CopyOrder, signal?: AbortSignal): Promise<CopyReport> {
    this.tickets += 1
    const ticket = this.tickets
    return new Promise<CopyReport>((resolve, reject) => {
      const cancel = () => {
        this.send({ cancel: ticket })
        this.waiting.delete(ticket)
        reject(signal?.reason as Error)
      }
      const settle = (act: () => void) => {
        signal?.removeEventListener('abort', cancel)
        act()
      }
      signal?.addEventListener('abort', cancel, { once: true })
      this.waiting.set(ticket, {
        take: (report) => settle(() => resolve(report)),
        fail: (error) => settle(() => reject(error as Error)),
      })
      if (!this.send(orderOf(ticket))) this.takeReport({ ticket, ...GONE })
    })
  }

  private send(order: CopyOrder): boolean {
    return this.child.connected && this.child.send(order)
  }

  private takeReport(report: CopyReport): void {
    if ('status' in report) {
      this.failures = 0
      this.status = report.status
      this.trialChanges.notice(report.status)
      return this.options.onStatus(report.status)
    }
    const waiting = this.waiting.get(report.ticket)
    this.waiting.delete(report.ticket)
    if ('refused' in report || 'failed' in report) waiting?.fail(deserializeError(report))
    else waiting?.take(report)
  }

  private spawn(): ChildProcess {
    const child = startCopyProcess()
    child.on('message', (report: CopyReport) => this.takeReport(report))
    child.on('error', (error) => this.options.log.error({ err: error }, 'The process of the copy failed'))
    child.once('exit', (code, signal) => this.lost(code, signal))
    const order: CopyOrder = { start: this.options.settings }
    child.send(order)
    return child
  }

  private lost(code: number | null, signal: string | null): void {
    const { log } = this.options
    this.status = UNKNOWN
    for (const ticket of [...this.waiting.keys()]) this.takeReport({ ticket, ...GONE })
    if (this.isStopped) return
    log.error({ code, signal }, 'The process of the copy for boards ended: it is started again')
    const pause = Math.min(PAUSE_MS * 2 ** this.failures, MOST_PAUSE_MS)
    this.failures += 1
    setTimeout(() => {
      if (!this.isStopped) this.child = this.spawn()
    }, pause).unref()
  }
}

const GONE = {
  refused: {
    code: 'unavailable' as const,
    message: 'The figures are being prepared. Try again in a moment.',
    details: {},
  },
}

const fromSources = import.meta.url.endsWith('.ts')

/** From the build or from its sources, like the main program. */
function startCopyProcess(): ChildProcess {
  const built = fromSources ? process.env.FOYER_BUILT_THREADS : fileURLToPath(new URL('.', import.meta.url))
  const file = built
    ? join(built, 'copy-process.js')
    : fileURLToPath(new URL('./copy-process.ts', import.meta.url))
  const execArgv = built ? ['--enable-source-maps'] : ['--import', import.meta.resolve('tsx')]
  return fork(file, { execArgv, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
}
