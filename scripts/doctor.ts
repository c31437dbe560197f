import { examine } from '~/host/doctor/examine'
import { shareStore } from '~/host/start/open-store'
import { checkDriver } from '~/host/start/check-driver'
import { parseEnvironment } from '~/platform/environment'
import { printRefusal } from './print-refusal'
import { readEnvFile } from './read-env-file.mjs'

process.exitCode = await main(process.argv.slice(2))

/** Exit codes: 0 when nothing is bad, 1 when something is or cannot be examined. `--json` prints the diagnoses. */
async function main(args: string[]): Promise<number> {
  try {
    readEnvFile()
    checkDriver()
    const env = parseEnvironment(process.env, () => '')
    const store = await shareStore(env)
    const diagnoses = await examine(env, store.url, new Date()).finally(() => store.stop())
    if (args.includes('--json')) console.log(JSON.stringify({ node: process.version, diagnoses }, null, 2))
    else {
      console.log(`ok       Node ${process.version}`)
      const marks = { good: 'ok', warning: 'warning', bad: 'bad' }
      for (const { part, state, says, remedy } of diagnoses)
        console.log(`${marks[state].padEnd(8)} ${part}: ${says}${remedy ? ` ${remedy}` : ''}`)
    }
    return diagnoses.some(({ state }) => state === 'bad') ? 1 : 0
  } catch (error) {
    return printRefusal(error)
  }
}
