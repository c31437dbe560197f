import { Worker } from 'node:worker_threads'
import type { WorkerOptions } from 'node:worker_threads'
import { isFastEngine } from '~/domain/demo/engine/fast/fast-engine'

/** The modules of this folder that run as threads. The build makes a file of each, beside that of the server. */
export type ThreadModule = 'proof-worker' | 'draft-worker' | 'collect-worker'

const fromSources = import.meta.url.endsWith('.ts')

/** What every thread is told beside its own data. */
export interface ThreadSettings {
  module: ThreadModule
  fastEngine: boolean
}

/** Starts a thread: from the build when this is the build, else from its sources. Its `workerData` gets `data`. */
export function startThread(
  module: ThreadModule,
  { data, ...options }: Pick<WorkerOptions, 'resourceLimits'> & { data?: object } = {},
): Worker {
  const file = new URL(fromSources ? './thread-boot.mjs' : `./${module}.js`, import.meta.url)
  const settings: ThreadSettings = { module, fastEngine: isFastEngine() }
  return new Worker(file, { ...options, workerData: { ...data, ...settings } })
}
