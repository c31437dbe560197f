import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { visitorCookie } from '~/platform/visitor/visitor-cookie'
import { openBareInserts } from './bare-inserts'
import type { BareInserts } from './bare-inserts'
import { beginTrials } from './begin-trials'
import type { BenchTrial } from './begin-trials'
import { openBenchStore } from './bench-store'
import type { BenchStore } from './bench-store'
import { countStored, replaysTrue } from './check-stored'
import { buildChildren, nextMessage, startChild } from './child'
import type { Child } from './child'
import { collectFigures } from './collect-figures'
import type { CollectMeasured } from './collect-figures'
import type { Figure } from './figure'
import type { LoadOrder, LoadPlan, LoadRound } from './load'
import { processorTime, processorTimeOfChildren } from './processor-time'
import { watchMemory } from './watch-memory'
import { walkDemos } from './walks'
import type { KeptWalk } from './walks'

const PROCESSES = {
  application: 'scripts/bench/application.ts',
  'bare-server': 'scripts/bench/bare-server.ts',
  load: 'scripts/bench/load.ts',
}

const SECRET = 'bench-secret-'.repeat(4)
const CONNECTIONS = 50
const BATCH = 10
const WALKS = 200
const TRIALS = 140_000
const SAMPLE = 200
/** Warm-up: V8 compiles code while it runs, in each thread separately. */
const WARM_UP_ROUNDS = 3
/** Enough networks that none reaches its limit of 6,000 requests a minute. */
const NETWORKS = 1_000

export interface CollectOptions {
  rounds: number
  /** Length of one round of the application's own load, in milliseconds. The other sides take a third of it. */
  roundMs: number
  seed: number
  say: (line: string) => void
}

/** Measures the collecting of events against the bare database and a bare server, side by side. */
export async function benchCollect(options: CollectOptions): Promise<Figure[]> {
  const store = await openBenchStore(SECRET, options.say)
  const children: Child[] = []
  try {
    const since = uuidv7({ msecs: Date.now() - 4 * 3_600_000 })
    const { walks, trials } = await prepare(store, options)
    const plan = await writePlan(store, walks, trials)
    await buildChildren(PROCESSES)
    const start = (module: string, env?: Record<string, string>) => {
      const child = startChild(module, env)
      children.push(child)
      return child
    }
    const application = start('application', applicationEnvironment(store))
    const bare = start('bare-server')
    const [{ port }, { port: barePort }] = await Promise.all([
      nextMessage<{ port: number }>(application),
      nextMessage<{ port: number }>(bare),
    ])
    const bareInserts = await openBareInserts(store.url, { walks, trials, connections: CONNECTIONS })
    const loads = { application: start('load'), bare: start('load') }
    const sides: Sides = {
      application: (ms) => load(loads.application, { port, ms, plan, endless: false }),
      bare: (ms) => load(loads.bare, { port: barePort, ms, plan, endless: true }),
      inserts: bareInserts,
    }
    const measured = await measure(sides, { pid: application.pid, databasePid: store.databasePid() }, options)
    await bareInserts.close()
    const stored = await countStored(store.app, since)
    const falseSummaries = await checkSample(store, trials, options)
    return collectFigures({ ...measured, ...stored, falseSummaries, sample: SAMPLE })
  } finally {
    await Promise.all(children.map((child) => child.stop()))
    await store.remove()
  }
}

async function prepare(
  store: BenchStore,
  { seed, say }: CollectOptions,
): Promise<{ walks: KeptWalk[]; trials: BenchTrial[] }> {
  say(`Walking the demos for ${WALKS} traces and beginning ${TRIALS} trials`)
  const startedAt = Date.now() - 3 * 3_600_000
  const found = await walkDemos(store.app, { walks: WALKS, least: BATCH, seed, startedAt })
  const walks = found.map((walk) => ({
    ...walk,
    events: walk.events.slice(0, walk.events.length - (walk.events.length % BATCH)),
  }))
  return { walks, trials: await beginTrials(store.app, walks, TRIALS) }
}

/** Many browsers in many networks, so that rate limits do not decide the result. */
async function writePlan(store: BenchStore, walks: KeptWalk[], trials: BenchTrial[]): Promise<string> {
  const { env } = store.app
  const plan: LoadPlan = {
    connections: CONNECTIONS,
    walks: walks.map(({ events }) =>
      Array.from({ length: events.length / BATCH }, (_, index) => {
        const batch = events.slice(index * BATCH, (index + 1) * BATCH)
        return { events: JSON.stringify(batch), count: batch.length, lastSeq: batch.at(-1)?.seq ?? 0 }
      }),
    ),
    trials: trials.map(({ visitorId, id, walk }, index) => ({
      id,
      walk,
      cookie: visitorCookie({ id: visitorId, persistent: false }, env).split(';')[0] ?? '',
      network: `10.0.${Math.floor((index % NETWORKS) / 250)}.${index % 250}`,
    })),
  }
  const file = join(store.directory, 'plan.json')
  await writeFile(file, JSON.stringify(plan))
  return file
}

const applicationEnvironment = (store: BenchStore): Record<string, string> => ({
  NODE_ENV: 'production',
  LOG_LEVEL: 'warn',
  HOST: '127.0.0.1',
  PORT: '0',
  DATABASE_URL: store.url,
  FOYER_SECRET: SECRET,
  FOYER_PROXIES: '1',
  FOYER_ORIGIN: 'http://127.0.0.1',
})

interface Sides {
  application: (ms: number) => Promise<LoadRound>
  bare: (ms: number) => Promise<LoadRound>
  inserts: BareInserts
}

async function load(child: Child, order: LoadOrder): Promise<LoadRound> {
  child.process.send(order)
  return nextMessage<LoadRound>(child)
}

type Rounds = Omit<CollectMeasured, 'rows' | 'lastSeqs' | 'falseSummaries' | 'sample'>

/** Each side in turn, round by round, so that other load on the machine affects all of them. */
async function measure(
  sides: Sides,
  { pid, databasePid }: { pid: number; databasePid: number },
  { rounds, roundMs, say }: CollectOptions,
): Promise<Rounds> {
  const measured: Rounds = {
    warmUp: [],
    application: [],
    bare: [],
    multiRow: [],
    singleRow: [],
    memory: [],
    processor: [],
  }
  const short = roundMs / 3
  say('Warming up')
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1)
    measured.warmUp.push(await sides.application(roundMs))
  await sides.bare(short)
  await sides.inserts.multiRow(short)
  await sides.inserts.singleRow(short)
  let underLoad = false
  const memory = watchMemory(pid, () => underLoad)
  for (let round = 1; round <= rounds; round += 1) {
    underLoad = true
    const before = [processorTime(pid), processorTimeOfChildren(databasePid)]
    const application = await sides.application(roundMs)
    const after = [processorTime(pid), processorTimeOfChildren(databasePid)]
    underLoad = false
    measured.application.push(application)
    const [own = 0, database = 0] = after.map(
      (time, side) => (time - (before[side] ?? 0)) / application.events,
    )
    measured.processor.push({ application: own, database })
    measured.multiRow.push(await sides.inserts.multiRow(short))
    measured.singleRow.push(await sides.inserts.singleRow(short))
    measured.bare.push(await sides.bare(short))
    const rate = Math.round((application.events / application.ms) * 1_000)
    say(
      `Round ${round} of ${rounds}: ${rate} events/s verified (${Math.round(own)} + ${Math.round(database)} µs each), ${Math.round(measured.multiRow.at(-1) ?? 0)} rows/s bare`,
    )
  }
  memory.stop()
  return { ...measured, memory: memory.samples }
}

/** How many of the sampled trials hold a summary that their trace does not give. */
async function checkSample(
  store: BenchStore,
  trials: BenchTrial[],
  { say }: CollectOptions,
): Promise<number> {
  say(`Running ${SAMPLE} stored traces again`)
  let wrong = 0
  for (const trial of trials.slice(0, SAMPLE)) if (!(await replaysTrue(store.app, trial))) wrong += 1
  return wrong
}
