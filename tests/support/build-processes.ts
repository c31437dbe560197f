import { bundleServer } from '../../scripts/bundle-server.mjs'
import { BUILT_PROCESSES, PROCESSES } from './built-processes'

/** Vitest's global set-up for what tests run beside themselves: processes and threads, built once. */
export default async function setup(): Promise<void> {
  await bundleServer(PROCESSES, BUILT_PROCESSES)
  process.env.FOYER_BUILT_THREADS = BUILT_PROCESSES
}
