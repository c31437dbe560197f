import { figure } from './figure'
import type { Figure } from './figure'
import type { LoadRound } from './load'
import { median, nearestRank } from './quantile'

/** Everything that one run measured. Rates are per second, by round. */
export interface CollectMeasured {
  warmUp: LoadRound[]
  application: LoadRound[]
  bare: LoadRound[]
  multiRow: number[]
  singleRow: number[]
  /** Resident megabytes of the application under load, in order. */
  memory: number[]
  /**
   * Processor time for each event by round, in microseconds: of the application with its threads, and of the database.
   */
  processor: { application: number; database: number }[]
  rows: number
  lastSeqs: number
  /** How many of the sampled trials have a summary that their trace does not give. */
  falseSummaries: number
  sample: number
}

/** The throughput of the self-hosted peer on the same kind of machine, in events a second. */
const PEER_RATE = 200

/** The figures with their goals. docs/bench.md explains each. */
export function collectFigures(measured: CollectMeasured): Figure[] {
  const { application, bare, multiRow, singleRow, memory, processor } = measured
  const rate = median(application.map(({ events, ms }) => (events / ms) * 1_000))
  const rows = median(multiRow)
  const single = median(singleRow)
  // Compared within each round, since the speed of a shared machine changes from one to the next.
  const against = (others: number[]) =>
    median(
      application.map(({ events, ms }, round) => ((events / ms) * 1_000) / (others[round] ?? Number.NaN)),
    )
  const bareRate = median(bare.map(({ requests, ms }) => (requests / ms) * 1_000))
  const requestRate = median(application.map(({ requests, ms }) => (requests / ms) * 1_000))
  const latencies = application.flatMap((round) => round.latencies)
  const [p50, p99] = [median(latencies), nearestRank(latencies, 0.99)]
  const third = Math.floor(memory.length / 3)
  const growth = median(memory.slice(-third)) / median(memory.slice(0, third))
  const loaded = [...measured.warmUp, ...application]
  const confirmed = loaded.reduce((sum, { events }) => sum + events, 0)
  const refused = loaded.reduce(
    (sum, round) => sum + Object.values(round.refused).reduce((one, other) => one + other, 0),
    0,
  )
  return [
    figure('verified events, end to end', rate, 'events/s', { atLeast: PEER_RATE * 40 }),
    figure('bare multi-row inserts of the same rows', rows, 'rows/s'),
    figure('verified against bare inserts', against(multiRow), 'ratio', { atLeast: 0.35 }),
    figure('one-row inserts on 50 connections', single, 'rows/s'),
    figure('verified against one-row inserts', against(singleRow), 'ratio', { atLeast: 3 }),
    figure('requests, end to end', requestRate, 'requests/s'),
    figure('the same requests to a bare server', bareRate, 'requests/s'),
    figure('requests against a bare server', requestRate / bareRate, 'ratio'),
    figure(
      'processor time of the application',
      median(processor.map(({ application }) => application)),
      'µs/event',
    ),
    figure('processor time of the database', median(processor.map(({ database }) => database)), 'µs/event'),
    figure('latency, median', p50, 'ms'),
    figure('latency, 99th percentile', p99, 'ms'),
    figure('latency, 99th percentile against median', p99 / p50, 'ratio', { atMost: 10 }),
    figure('memory under load, median', median(memory), 'MB'),
    figure('memory, last third against first third', growth, 'ratio', { atMost: 1.25 }),
    figure('events confirmed', confirmed, 'events'),
    figure('events lost', Math.max(0, confirmed - measured.rows), 'events', { exactly: 0 }),
    figure('events counted twice', Math.max(0, measured.rows - confirmed), 'events', { exactly: 0 }),
    figure(
      'events that trace and summary count differently',
      Math.abs(measured.lastSeqs - measured.rows),
      'events',
      {
        exactly: 0,
      },
    ),
    figure('requests refused', refused, 'requests', { exactly: 0 }),
    figure(
      `summaries of ${measured.sample} that their trace does not give`,
      measured.falseSummaries,
      'trials',
      {
        exactly: 0,
      },
    ),
    figure('rounds cut short for want of trials', loaded.filter(({ ranOut }) => ranOut).length, 'rounds', {
      exactly: 0,
    }),
  ]
}
