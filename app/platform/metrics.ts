import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

export interface Metrics {
  registry: Registry
  /** Seconds by method, route template and status: never by raw path, whose values are without number. */
  httpDuration: Histogram<'method' | 'route' | 'status'>
  trialsStarted: Counter<'demo' | 'plan'>
  /** `result`: accepted, duplicate or refused. */
  events: Counter<'result'>
  /** Batches that were committed together. */
  groupBatches: Histogram
  /** Says where to read how many batches wait for their turn. */
  waitingBatches: (read: () => number) => void
  /** Confirmed by a system or a person. */
  conversions: Counter<'goal'>
  /** Reported by browsers. */
  asks: Counter<'goal'>
  databaseUp: Gauge
  /** Says where to read how far the copy for boards is behind, in seconds; null while there is none. */
  columnsLag: (read: () => number | null) => void
}

/** The counters of one process, in their own registry. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  let readWaiting = () => 0
  new Gauge({
    name: 'foyer_collector_waiting_batches',
    help: 'Batches of events that wait to be written.',
    registers,
    collect() {
      this.set(readWaiting())
    },
  })
  let readLag: () => number | null = () => null
  new Gauge({
    name: 'foyer_columns_lag_seconds',
    help: 'How far the copy that boards read is behind; NaN while it is being made.',
    registers,
    collect() {
      this.set(readLag() ?? Number.NaN)
    },
  })
  return {
    registry,
    httpDuration: new Histogram({
      name: 'foyer_http_request_duration_seconds',
      help: 'Time to answer a request.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    trialsStarted: new Counter({
      name: 'foyer_trials_started_total',
      help: 'Trials started.',
      labelNames: ['demo', 'plan'],
      registers,
    }),
    events: new Counter({
      name: 'foyer_events_total',
      help: 'Trial events received.',
      labelNames: ['result'],
      registers,
    }),
    groupBatches: new Histogram({
      name: 'foyer_collector_group_batches',
      help: 'Batches of events that were committed together.',
      buckets: [1, 2, 5, 10, 20, 50, 100],
      registers,
    }),
    waitingBatches: (read) => (readWaiting = read),
    columnsLag: (read) => (readLag = read),
    conversions: new Counter({
      name: 'foyer_conversions_total',
      help: 'Goals reached, as systems and people confirm them.',
      labelNames: ['goal'],
      registers,
    }),
    asks: new Counter({
      name: 'foyer_asks_total',
      help: 'Quotes and sign-ups that browsers asked for.',
      labelNames: ['goal'],
      registers,
    }),
    databaseUp: new Gauge({
      name: 'foyer_database_up',
      help: '1 when the database answered the last readiness check.',
      registers,
    }),
  }
}
