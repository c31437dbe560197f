// The settings file of this clone, for the commands that run or reach an installation.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './bootstrap.mjs'

/** Reads `.env` in the directory into the environment, where there is one. What is set already stays. */
export function readEnvFile(directory = ROOT) {
  const file = join(directory, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
}
