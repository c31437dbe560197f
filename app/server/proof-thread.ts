import type { Worker } from 'node:worker_threads'
import { DomainError } from '~/domain/errors'
import type { ProofAnswer, ProofRequest } from './proof-worker'
import { startThread } from './start-thread'

export interface ProofThread {
  /**
   * Asks the thread and waits for its turn.
   * @throws DomainError `unavailable` when too many wait already, or when the thread broke or overran its time.
   */
  ask(request: ProofRequest): Promise<ProofAnswer>
  stop(): Promise<void>
}

const MAX_WAITING = 16
const MAX_MEMORY_MB = 768
/** Beyond the search's own budget, for starting the thread and parsing. */
const GRACE_MS = 15_000
const IDLE_MS = 30_000

/**
 * One thread beside the event loop, so that proving never delays a request. It serves one question at a time, is started
 * at the first one, ended after a while without any, and replaced when it breaks.
 */
export function createProofThread(): ProofThread {
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0

  async function end(): Promise<void> {
    clearTimeout(idle)
    const old = worker
    worker = null
    await old?.terminate()
  }

  async function serve(request: ProofRequest): Promise<ProofAnswer> {
    clearTimeout(idle)
    worker ??= startWorker()
    worker.ref()
    try {
      const answer = await askOnce(worker, request)
      worker.unref()
      idle = setTimeout(() => void end(), IDLE_MS).unref()
      return answer
    } catch (error) {
      await end()
      throw error
    }
  }

  return {
    ask: (request) => {
      if (waiting >= MAX_WAITING) {
        return Promise.reject(
          new DomainError('unavailable', 'Many proofs are waiting. Try again in a minute.'),
        )
      }
      waiting += 1
      const turn = last.then(() => serve(request)).finally(() => (waiting -= 1))
      last = turn.catch(() => {})
      return turn
    },
    stop: end,
  }
}

function startWorker(): Worker {
  return startThread('proof-worker', { resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB } })
}

function askOnce(worker: Worker, request: ProofRequest): Promise<ProofAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => broken('The proof took too long.'), request.maxMs + GRACE_MS)
    const settle = (act: () => void) => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      act()
    }
    const broken = (message: string) => settle(() => reject(new DomainError('unavailable', message)))
    const onMessage = (answer: ProofAnswer) => settle(() => resolve(answer))
    const onError = (error: Error) => broken(`The proof could not be run: ${error.message}`)
    const onExit = () => broken('The proof could not be run: its thread ended.')
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(request)
  })
}
