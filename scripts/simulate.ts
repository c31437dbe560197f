import { parseArgs } from 'node:util'
import { setFastEngine } from '~/domain/demo/engine/fast/fast-engine'
import { httpDriver } from '~/host/simulate/http-driver'
import { simulate } from '~/host/simulate/simulate'
import { withContext } from './content/with-context'
import { readEnvFile } from './read-env-file.mjs'
import { simulateInBulk } from './simulate/bulk'

const USAGE = `npm run simulate -- [--trials 100] [--seed 1] [--url http://127.0.0.1:3000] [--concurrency 6] [--key KEY]
npm run simulate -- --bulk 1000000 [--seed 1]

Sends simulated prospects through the published demos of a running Foyer, by its public API.
Their trials are flagged "simulated"; an admin can remove them again. A Foyer on another machine takes them with an API
key alone: --key, or FOYER_API_KEY in the environment, which other programs of this machine cannot read.
With --bulk they are written straight to this installation's database, thousands a second, over the last 90 days.`

interface Settings {
  trials: number
  seed: number
  concurrency: number
  url: string
  /** An API key of that Foyer. */
  key: string | undefined
  /** Trials to be written directly to the tables; 0: none. */
  bulk: number
}

/** Null when the arguments are invalid. */
function readSettings(args: string[]): Settings | null {
  try {
    const { values } = parseArgs({
      args,
      options: {
        trials: { type: 'string', default: '100' },
        seed: { type: 'string', default: '1' },
        concurrency: { type: 'string', default: '6' },
        url: { type: 'string', default: 'http://127.0.0.1:3000' },
        bulk: { type: 'string', default: '0' },
        key: { type: 'string', default: process.env.FOYER_API_KEY ?? '' },
      },
    })
    const [trials, seed, concurrency, bulk] = [
      values.trials,
      values.seed,
      values.concurrency,
      values.bulk,
    ].map(Number)
    const sound = isWhole(trials, 1) && isWhole(seed, 0) && isWhole(concurrency, 1) && isWhole(bulk, 0)
    if (!sound || !URL.canParse(values.url)) return null
    const { url, key } = values
    return { trials, seed, concurrency, bulk, url: new URL(url).origin, key: key === '' ? undefined : key }
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

async function writeInBulk(trials: number, seed: number): Promise<number> {
  const tally = await withContext((ctx) => simulateInBulk(ctx, { trials, seed, onProgress: showProgress() }))
  const rate = Math.round((tally.trials / tally.wroteMs) * 1000)
  console.log(
    `${tally.trials} trials with ${tally.events} events: walked in ${(tally.walkedMs / 1000).toFixed(1)} s, ` +
      `written in ${(tally.wroteMs / 1000).toFixed(1)} s, ${rate} trials/s`,
  )
  return 0
}

async function main(): Promise<number> {
  readEnvFile()
  setFastEngine(process.env.FOYER_FAST_ENGINE !== 'off')
  const settings = readSettings(process.argv.slice(2))
  if (!settings) {
    console.error(USAGE)
    return 2
  }
  const { trials, seed, concurrency, url, key, bulk } = settings
  const began = performance.now()
  try {
    if (bulk > 0) return await writeInBulk(bulk, seed)
    const driver = httpDriver(url, { key })
    const tally = await simulate({
      driver,
      ...{ trials, seed, concurrency, days: 0, now: Date.now(), onProgress: showProgress() },
    })
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(
      `${tally.trials} trials by ${tally.visitors} visitors in ${seconds} s: ${tally.finished} finished, ` +
        `${tally.events} events, ${tally.ratings} ratings, ${tally.asks} asks, ${tally.conversions} conversions`,
    )
    if (key === undefined)
      console.log('Without an API key no system reported conversions: give one with --key.')
    return 0
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : ''
    console.error(`The simulation stopped: ${error instanceof Error ? error.message : String(error)}${cause}`)
    return 1
  }
}

process.exitCode = await main()
