import { parseArgs } from 'node:util'
import { httpDriver } from '~/features/simulate/http-driver'
import { simulate } from '~/features/simulate/simulate'

const USAGE = `npm run simulate -- [--trials 100] [--seed 1] [--url http://127.0.0.1:3000] [--concurrency 6]

Sends simulated prospects through the published demos of a running Foyer, by its public API.
Their trials are flagged "simulated"; an admin can remove them again.`

interface Settings {
  trials: number
  seed: number
  concurrency: number
  url: string
}

/** Null when the arguments make no sense. */
function readSettings(args: string[]): Settings | null {
  try {
    const { values } = parseArgs({
      args,
      options: {
        trials: { type: 'string', default: '100' },
        seed: { type: 'string', default: '1' },
        concurrency: { type: 'string', default: '6' },
        url: { type: 'string', default: 'http://127.0.0.1:3000' },
      },
    })
    const [trials, seed, concurrency] = [values.trials, values.seed, values.concurrency].map(Number)
    const sound =
      isWhole(trials, 1) && isWhole(seed, 0) && isWhole(concurrency, 1) && URL.canParse(values.url)
    return sound ? { trials, seed, concurrency, url: new URL(values.url).origin } : null
  } catch {
    return null
  }
}

function isWhole(value: number | undefined, least: number): value is number {
  return value !== undefined && Number.isSafeInteger(value) && value >= least
}

function showProgress(): (done: number, total: number) => void {
  let shown = -1
  return (done, total) => {
    const tenth = Math.floor((done / total) * 10)
    if (tenth === shown) return
    shown = tenth
    console.log(`${done} of ${total} trials`)
  }
}

async function main(): Promise<number> {
  const settings = readSettings(process.argv.slice(2))
  if (!settings) {
    console.error(USAGE)
    return 2
  }
  const { trials, seed, concurrency, url } = settings
  const began = performance.now()
  try {
    const driver = httpDriver(url)
    const tally = await simulate({
      driver,
      ...{ trials, seed, concurrency, days: 0, now: Date.now(), onProgress: showProgress() },
    })
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(
      `${tally.trials} trials by ${tally.visitors} visitors in ${seconds} s: ${tally.finished} finished, ` +
        `${tally.events} events, ${tally.ratings} ratings, ${tally.conversions} conversions`,
    )
    return 0
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : ''
    console.error(`The simulation stopped: ${error instanceof Error ? error.message : String(error)}${cause}`)
    return 1
  }
}

process.exitCode = await main()
