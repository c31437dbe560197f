import { Worker } from 'node:worker_threads'
import type { WorkerOptions } from 'node:worker_threads'
import { isFastEngine } from '~/domain/demo/engine/fast/fast-engine'

/** The modules of this folder that run as threads. The build bundles each into its own file. */
export type ThreadModule = 'proof-worker' | 'draft-worker' | 'collect-worker'

const fromSources = import.meta.url.endsWith('.ts')

/** The settings that every thread gets beside its own data. */
export interface ThreadSettings {
  module: ThreadModule
  fastEngine: boolean
}

/** Starts a thread, from the build or from its sources, like the main program. `data` becomes its `workerData`. */
export function startThread(
  module: ThreadModule,
  { data, ...options }: Pick<WorkerOptions, 'resourceLimits'> & { data?: object } = {},
): Worker {
  const file = new URL(fromSources ? './thread-boot.mjs' : `./${module}.js`, import.meta.url)
  const settings: ThreadSettings = { module, fastEngine: isFastEngine() }
  return new Worker(file, { ...options, workerData: { ...data, ...settings } })
}
