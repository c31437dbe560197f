import type { Worker } from 'node:worker_threads'
import type { ErrorDetails } from '~/domain/error-details'
import { DomainError } from '~/domain/errors'
import { startThread } from './start-thread'
import type { ThreadModule } from './start-thread'

export interface AskThread<Question, Answer> {
  /**
   * Sends a request to the thread and waits for the result.
   * @throws DomainError `unavailable` when too many requests wait, or when the thread crashed or exceeded its time
   *   limit (`late` in the details)
   */
  ask(question: Question): Promise<Answer>
  stop(): Promise<void>
}

export interface AskThreadOptions<Question> {
  module: ThreadModule
  maxWaiting: number
  maxMemoryMb: number
  /** From the turn of a question until the thread is given up. */
  deadlineMs: (question: Question) => number
  words: { busy: string; late: string; broken: string }
}

const IDLE_MS = 30_000

/**
 * A thread beside the event loop, so that long work never delays a request. It handles one request at a time, starts
 * with the first one, ends after being idle, and is replaced when it crashes.
 */
export function createAskThread<Question, Answer>(
  options: AskThreadOptions<Question>,
): AskThread<Question, Answer> {
  const { module, maxWaiting, maxMemoryMb, deadlineMs, words } = options
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

  async function serve(question: Question): Promise<Answer> {
    clearTimeout(idle)
    worker ??= startThread(module, { resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb } })
    worker.ref()
    try {
      const answer = await askOnce<Question, Answer>(worker, question, deadlineMs(question), words)
      worker.unref()
      idle = setTimeout(() => void end(), IDLE_MS).unref()
      return answer
    } catch (error) {
      await end()
      throw error
    }
  }

  return {
    ask: (question) => {
      if (waiting >= maxWaiting) return Promise.reject(new DomainError('unavailable', words.busy))
      waiting += 1
      const turn = last.then(() => serve(question)).finally(() => (waiting -= 1))
      last = turn.catch(() => {})
      return turn
    },
    stop: end,
  }
}

function askOnce<Question, Answer>(
  worker: Worker,
  question: Question,
  deadlineMs: number,
  words: AskThreadOptions<Question>['words'],
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const unavailable = (message: string, details: ErrorDetails['unavailable'] = {}) =>
      settle(() => reject(new DomainError('unavailable', message, details)))
    const timer = setTimeout(() => unavailable(words.late, { late: true }), deadlineMs)
    const settle = (act: () => void) => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      act()
    }
    const onMessage = (answer: Answer) => settle(() => resolve(answer))
    const onError = (error: Error) => unavailable(`${words.broken}: ${error.message}`)
    const onExit = () => unavailable(`${words.broken}: its thread ended.`)
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(question)
  })
}
