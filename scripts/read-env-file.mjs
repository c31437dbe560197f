// The settings file of this clone, for the commands that run or reach an installation.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './bootstrap.mjs'

/**
 * Reads `.env` of the directory into the environment, if it exists. Variables that are already set keep their
 * values.
 */
export function readEnvFile(directory = ROOT) {
  const file = join(directory, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
}
