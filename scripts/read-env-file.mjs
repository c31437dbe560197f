// The settings file of this clone, for the commands that run or reach an installation.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './bootstrap.mjs'

/** Reads `.env` into the environment, where there is one. What is set already stays. */
export function readEnvFile() {
  const file = join(ROOT, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
}
