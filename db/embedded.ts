import { rm } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import postgres from 'postgres'
import { openCluster } from './embedded/cluster'
import type { Cluster } from './embedded/cluster-facts'
import { EMBEDDED_ROLE } from './embedded/initdb'
import { takeOwnerLock } from './embedded/owner-lock'
import type { OwnerLock } from './embedded/owner-lock'
import { isAlive, runningPostmaster, startPostmaster, stopPostmaster } from './embedded/postmaster'
import type { Postmaster } from './embedded/postmaster'

export interface EmbeddedOptions {
  /** Where the cluster is kept, such as `.data/postgres`. Made when absent. */
  directory: string
  /** Extra `name=value` settings of the server. */
  settings?: string[]
  /** Called when the server has ended by itself or was started again. */
  onNotice?: (message: string) => void
}

export interface EmbeddedDatabase {
  url: string
  /** True when a server left by a killed process was taken over instead of started. */
  adopted: boolean
  /** Process id of the server; it changes when the supervisor starts it again. */
  pid(): number
  /** Directories to delete with the database; see `remove`. */
  directories: string[]
  /** Stops the server cleanly. */
  stop(): Promise<void>
  /** Stops the server and deletes the database. */
  remove(): Promise<void>
}

const DATABASE_NAME = 'foyer'
const RETRY_MS = [100, 250, 500, 1_000, 2_000, 5_000]

/**
 * Runs an embedded PostgreSQL and keeps it running: a server that ends by itself is started again on the same port,
 * and one that outlived a killed Node process is adopted. One process owns a directory at a time; another one gets an
 * EmbeddedDatabaseError that names the owner.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const cluster = await openCluster(options.directory)
  const found = await runningPostmaster(cluster)
  const server = found ?? (await startPostmaster(cluster, options.settings ?? []))
  const supervisor = new Supervisor(cluster, server, options)
  await supervisor.begin()
  return {
    url: urlOf(cluster, server, DATABASE_NAME),
    adopted: found !== null,
    pid: () => supervisor.server.pid,
    directories: cluster.directories,
    stop: () => supervisor.stop(),
    remove: async () => {
      await supervisor.stop()
      await Promise.all(cluster.directories.map((each) => rm(each, { recursive: true, force: true })))
    },
  }
}

/** The URL of the server that another process runs in `directory`, or null. */
export async function findEmbedded(directory: string): Promise<string | null> {
  const cluster = await openCluster(directory)
  const server = await runningPostmaster(cluster)
  return server && urlOf(cluster, server, DATABASE_NAME)
}

function urlOf(cluster: Cluster, server: Postmaster, database: string): string {
  return `postgres://${EMBEDDED_ROLE}:${encodeURIComponent(cluster.password)}@127.0.0.1:${server.port}/${database}`
}

/** Holds the ownership lock. When its session ends, finds out why and restarts the server if needed. */
class Supervisor {
  server: Postmaster
  readonly #cluster: Cluster
  readonly #options: EmbeddedOptions
  #lock: OwnerLock | null = null
  #stopping = false
  #repair: Promise<void> = Promise.resolve()

  constructor(cluster: Cluster, server: Postmaster, options: EmbeddedOptions) {
    this.#cluster = cluster
    this.server = server
    this.#options = options
  }

  async begin(): Promise<void> {
    await this.#own()
    await ensureDatabase(urlOf(this.#cluster, this.server, 'postgres'))
  }

  async stop(): Promise<void> {
    this.#stopping = true
    await this.#repair
    await this.#lock?.release()
    await stopPostmaster(this.server.pid)
  }

  async #own(): Promise<void> {
    this.#lock = await takeOwnerLock(urlOf(this.#cluster, this.server, 'postgres'), () => {
      if (!this.#stopping) this.#repair = this.#restartOrReport()
    })
  }

  async #restartOrReport(): Promise<void> {
    for (let attempt = 0; !this.#stopping; attempt += 1) {
      await delay(RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)])
      try {
        await this.#restartIfGone()
        await this.#own()
        return
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        this.#options.onNotice?.(`The embedded database is not back yet: ${reason}`)
      }
    }
  }

  async #restartIfGone(): Promise<void> {
    if (isAlive(this.server.pid)) return
    const { port } = this.server
    this.#options.onNotice?.('The embedded database ended by itself; starting it again.')
    this.server = await startPostmaster(this.#cluster, this.#options.settings ?? [], port)
    this.#options.onNotice?.(`The embedded database runs again (process ${this.server.pid}).`)
  }
}

async function ensureDatabase(adminUrl: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} })
  try {
    const rows = await sql`select 1 from pg_database where datname = ${DATABASE_NAME}`
    if (rows.length === 0) await sql`create database ${sql(DATABASE_NAME)}`
  } finally {
    await sql.end({ timeout: 5 })
  }
}
