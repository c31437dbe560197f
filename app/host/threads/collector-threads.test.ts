import { EventEmitter } from 'node:events'
import type { Worker } from 'node:worker_threads'
import pino from 'pino'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { hints } from '#tests/support/approval-trace'
import { createCollectorThreads } from './collector-threads'
import { createMetrics } from '~/platform/metrics'

/** A thread that takes everything and answers nothing, until it ends. */
class SilentThread extends EventEmitter {
  postMessage(): void {}
  terminate(): Promise<number> {
    this.emit('exit', 1)
    return Promise.resolve(1)
  }
}

test('what waits is bounded by its events as well, before anything more is read', async () => {
  const thread = new SilentThread()
  const collector = createCollectorThreads({
    threads: 1,
    databaseUrl: '',
    logLevel: 'silent',
    collectBy: 'group',
    metrics: createMetrics(),
    log: pino({ level: 'silent' }),
    start: () => thread as unknown as Worker,
  })
  const send = () => {
    const key = { visitorId: uuidv7(), id: uuidv7() }
    return collector.accept({ key, events: hints(200), receivedAt: new Date() })
  }
  const taken = Array.from({ length: 100 }, send)
  expect(collector.refusal()).toMatchObject({ code: 'unavailable', details: { retryAfter: 2 } })
  await expect(send()).rejects.toMatchObject({ code: 'unavailable' })
  await thread.terminate()
  const answers = await Promise.allSettled(taken)
  expect(answers.every(({ status }) => status === 'rejected')).toBe(true)
  expect(collector.refusal()).toBeNull()
})
