import { workerData } from 'node:worker_threads'
import { setFastEngine } from '~/domain/demo/engine/fast/fast-engine'
import type { ThreadSettings } from './start-thread'

/** Takes over the settings of the process, first of all in every thread. */
export function takeSettings(): void {
  setFastEngine((workerData as ThreadSettings).fastEngine)
}
