import { bundleServer } from '../../scripts/bundle-server.mjs'
import { BUILT_PROCESSES, PROCESSES } from './built-processes'

/** Vitest's global set-up: builds the processes and threads that tests start, once. */
export default async function setup(): Promise<void> {
  await bundleServer(PROCESSES, BUILT_PROCESSES)
  process.env.FOYER_BUILT_THREADS = BUILT_PROCESSES
}
