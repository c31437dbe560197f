import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchBoards } from './bench/boards'
import { benchCollect } from './bench/collect'
import type { Figure } from './bench/figure'
import { benchPages } from './bench/pages'
import { benchParts } from './bench/parts'

const USAGE = `npm run bench -- collect|pages|parts [--json] [--rounds 5] [--seconds 5] [--seed 1]
npm run bench -- boards [--trials 1000000] [--data DIR] [--json] [--rounds 5] [--seed 1]

collect: how many events a second are taken in, verified and committed, beside a bare loop of inserts and a bare
server, in one run on a database of its own. Ends with 1 when a goal is not met.
pages: how many reading pages a second are sent as they are kept, beside the same pages rendered by Remix and a bare
server that sends their bytes. Needs a build. Ends with 1 when a goal is not met.
parts: what our code on the way of an event costs, beside the library that could take its place.
boards: how long questions of boards and funnels take over many trials, which are simulated once and kept in DIR.
Ends with 1 when a goal is not met.`

const BENCHES = { collect: benchCollect, pages: benchPages, parts: benchParts, boards: benchBoards }

const isBench = (name: string | undefined): name is keyof typeof BENCHES =>
  name !== undefined && Object.hasOwn(BENCHES, name)

function readSettings(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        rounds: { type: 'string', default: '5' },
        seconds: { type: 'string', default: '5' },
        seed: { type: 'string', default: '1' },
        trials: { type: 'string', default: '1000000' },
        data: { type: 'string', default: join(process.env.FOYER_DATA ?? '.data', 'bench') },
      },
    })
    const [rounds, seconds, seed, trials] = [values.rounds, values.seconds, values.seed, values.trials].map(
      Number,
    )
    const sound = [rounds, seconds, trials].every((value) => Number.isSafeInteger(value) && Number(value) > 0)
    const [bench, ...others] = positionals
    if (!isBench(bench) || others.length > 0 || !sound || !Number.isSafeInteger(seed)) return null
    const { json, data } = values
    const roundMs = Number(seconds) * 1_000
    return { bench, json, data, rounds: Number(rounds), roundMs, seed: Number(seed), trials: Number(trials) }
  } catch {
    return null
  }
}

function lineOf({ name, value, unit, goal, holds }: Figure): string {
  const verdict = goal === null ? '' : `  ${holds ? 'holds' : 'FAILS'} (${goal})`
  return `${name.padEnd(50)} ${String(value).padStart(9)} ${unit}${verdict}`
}

async function main(): Promise<number> {
  const settings = readSettings(process.argv.slice(2))
  if (!settings) {
    console.error(USAGE)
    return 2
  }
  const { bench, ...options } = settings
  const figures = await BENCHES[bench]({ ...options, say: (line) => process.stderr.write(`${line}\n`) })
  const holds = figures.every((figure) => figure.holds !== false)
  console.log(
    settings.json ? JSON.stringify({ bench, holds, figures }, null, 2) : figures.map(lineOf).join('\n'),
  )
  return holds ? 0 : 1
}

process.exitCode = await main()
