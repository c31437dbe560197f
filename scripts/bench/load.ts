import { readFileSync } from 'node:fs'
import { HttpConnection } from './http-connection'

/** What the client sends: trials, each with the batches of its walk. */
export interface LoadPlan {
  /** Batches by walk. */
  walks: PlannedBatch[][]
  trials: { id: string; cookie: string; network: string; walk: number }[]
  connections: number
}

interface PlannedBatch {
  /** JSON text of the list of events. */
  events: string
  count: number
  lastSeq: number
}

/** The result of one round of load. */
export interface LoadRound {
  requests: number
  events: number
  ms: number
  /** Of each request, in milliseconds. */
  latencies: number[]
  /** Failed answers, by status. */
  refused: Record<string, number>
  /** True when there was nothing more to send before the time was over. */
  ranOut: boolean
}

/** `endless` starts again when trials run out: for a server that stores nothing. */
export type LoadOrder = { port: number; ms: number; plan: string; endless: boolean }

/** The position of one connection in its trials, kept between rounds. */
interface Cursor {
  trial: number
  batch: number
}

let plan: LoadPlan | null = null
let cursors: Cursor[] = []

// Runs as a process: sends the ordered load and reports the result.
process.on('message', (order: LoadOrder) => void runRound(order).then((round) => process.send?.(round)))
process.once('SIGTERM', () => process.exit(0))

async function runRound({ port, ms, plan: file, endless }: LoadOrder): Promise<LoadRound> {
  plan ??= JSON.parse(readFileSync(file, 'utf8')) as LoadPlan
  if (cursors.length === 0)
    cursors = Array.from({ length: plan.connections }, (_, index) => ({ trial: index, batch: 0 }))
  const round: LoadRound = { requests: 0, events: 0, ms: 0, latencies: [], refused: {}, ranOut: false }
  const began = performance.now()
  const until = began + ms
  await Promise.all(
    cursors.map((cursor) => drive(cursor, { port, until, endless, plan: plan as LoadPlan, round })),
  )
  round.ms = performance.now() - began
  return round
}

interface Drive {
  port: number
  until: number
  endless: boolean
  plan: LoadPlan
  round: LoadRound
}

async function drive(cursor: Cursor, { port, until, endless, plan, round }: Drive): Promise<void> {
  const connection = new HttpConnection(port)
  while (performance.now() < until) {
    const trial = plan.trials[cursor.trial]
    const batch = trial && plan.walks[trial.walk]?.[cursor.batch]
    if (!trial && endless) {
      cursor.trial %= plan.connections
      continue
    }
    if (!trial) {
      round.ranOut = true
      break
    }
    if (batch === undefined) {
      cursor.trial += plan.connections
      cursor.batch = 0
      continue
    }
    await send(connection, trial, batch, round)
    cursor.batch += 1
  }
  connection.close()
}

async function send(
  connection: HttpConnection,
  { id, cookie, network }: LoadPlan['trials'][number],
  { events, count, lastSeq }: PlannedBatch,
  round: LoadRound,
): Promise<void> {
  const headers = `Origin: http://127.0.0.1\r\nCookie: ${cookie}\r\nX-Forwarded-For: ${network}\r\n`
  const began = performance.now()
  const { status, body } = await connection.post(
    `/api/v1/trials/${id}/events`,
    headers,
    `{"trial":"${id}","events":${events}}`,
  )
  round.latencies.push(performance.now() - began)
  round.requests += 1
  const confirmed = status === 200 && (JSON.parse(body) as { lastSeq: number }).lastSeq >= lastSeq
  if (confirmed) round.events += count
  else round.refused[status] = (round.refused[status] ?? 0) + 1
}
