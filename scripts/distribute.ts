import { distributeTables } from '#db/distribution/distribute-tables'
import { migrateDatabase } from '#db/migrate'
import { shareStore } from '~/host/start/open-store'
import { keptSecret } from '~/host/start/kept-secret'
import { parseEnvironment } from '~/platform/environment'
import { printRefusal } from './print-refusal'
import { readEnvFile } from './read-env-file.mjs'

process.exitCode = await main()

/** Exit codes: 0 when all tables are distributed, 1 when something is left to do. */
async function main(): Promise<number> {
  try {
    readEnvFile()
    const store = await shareStore(parseEnvironment(process.env, keptSecret))
    try {
      await migrateDatabase(store.url)
      const { lines, missing } = await distributeTables(store.url)
      for (const line of lines) console.log(line)
      for (const line of missing) console.error(line)
      return missing.length === 0 ? 0 : 1
    } finally {
      await store.stop()
    }
  } catch (error) {
    return printRefusal(error)
  }
}
