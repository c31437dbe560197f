import PgBoss from 'pg-boss'
import postgres from 'postgres'
import type { Logger } from 'pino'

/** A job queue in the database: each job runs once, whatever the number of instances, and is retried when it fails. */
export interface Jobs {
  boss: PgBoss
  stop(): Promise<void>
}

const STOP_MS = 5_000
const START_LOCK = 7_210_002

/**
 * Runs pg-boss on its own connection: it sends several statements as one transaction, which a pool would spread over
 * several connections.
 */
export async function startJobs({
  url,
  log,
  queues,
}: {
  url: string
  log: Logger
  queues: readonly string[]
}): Promise<Jobs> {
  const sql = openConnection(url)
  const boss = await openBoss(sql, log, queues)
  return {
    boss,
    stop: async () => {
      await boss.stop({ graceful: true, wait: true, timeout: STOP_MS })
      await sql.end({ timeout: 5 })
    },
  }
}

/** Creates missing tables and queues. Instances that start together wait for one another. */
async function openBoss(sql: JobSql, log: Logger, queues: readonly string[]): Promise<PgBoss> {
  const boss = new PgBoss({ db: { executeSql: (text, values) => run(sql, text, values) }, schedule: false })
  boss.on('error', (error) => log.error({ err: error }, 'The job queue reported an error'))
  await sql`select pg_advisory_lock(${START_LOCK})`
  try {
    await boss.start()
    for (const name of queues) await boss.createQueue(name, { name, policy: 'standard' })
  } finally {
    await sql`select pg_advisory_unlock(${START_LOCK})`
  }
  return boss
}

/** pg-boss passes JSON as text, which postgres.js would store as a JSON string. */
function openConnection(url: string) {
  const json = {
    ...{ to: 114, from: [114, 3802] },
    serialize: (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value)),
    parse: (text: string): unknown => JSON.parse(text),
  }
  const connection = { application_name: 'foyer-jobs' }
  return postgres(url, { max: 1, onnotice: () => {}, connection, types: { json } })
}

type JobSql = ReturnType<typeof openConnection>
type Parameter = postgres.ParameterOrJSON<never>

async function run(sql: JobSql, text: string, values: unknown[] = []): Promise<{ rows: unknown[] }> {
  const given = values.map((value) => (value instanceof Date ? value.toISOString() : (value ?? null)))
  try {
    const rows = await (given.length === 0 ? sql.unsafe(text) : sql.unsafe(text, given as Parameter[]))
    return { rows: [...rows] }
  } catch (error) {
    // After an error the transaction that pg-boss sent is still open.
    if (given.length === 0) await sql.unsafe('rollback')
    throw error
  }
}
