import postgres from 'postgres'
import { StartRefusal } from '~/platform/start-refusal'

/** What `patches/postgres+3.4.9.patch` sets on the driver, beside the guards that it adds. */
const MARK = 'outlivesLostConnections'

/** Refuses a driver without the patch: the first lost connection could end the process. */
export function checkDriver(driver: object = postgres): void {
  if (MARK in driver) return
  throw new StartRefusal(
    'The database driver is not patched: install the packages again with npm ci, without --ignore-scripts.',
  )
}
