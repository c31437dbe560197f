import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { readFile, stat, truncate } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Cluster } from './cluster-facts'
import { EmbeddedDatabaseError } from './error'
import { identityOf, serverEnvironment } from './initdb'

export interface Postmaster {
  pid: number
  port: number
}

const READY_MS = 30_000
const STOP_MS = 15_000
const LOG_LIMIT_BYTES = 10_000_000

/** The server that runs on this data directory, according to its pid file; null when none runs or it is not ready. */
export async function runningPostmaster(cluster: Cluster): Promise<Postmaster | null> {
  const lines = (await readFile(join(cluster.data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const [pid, port, status] = [Number(lines[0]), Number(lines[3]), lines[7]?.trim()]
  if (!pid || !port || status !== 'ready' || !isAlive(pid)) return null
  return { pid, port }
}

/**
 * Starts a detached server on 127.0.0.1. A stale pid file of a killed server does not matter. `port` is reused when
 * given, so that open pools find the new server.
 */
export async function startPostmaster(
  cluster: Cluster,
  settings: string[],
  port?: number,
): Promise<Postmaster> {
  const chosen = port ?? (await freePort())
  await keepLogShort(cluster.logFile)
  const log = openSync(cluster.logFile, 'a', 0o600)
  const child = spawn(
    cluster.binaries.postgres,
    ['-D', cluster.data, '-p', String(chosen), ...STANDING_SETTINGS, ...settings].flatMap((each) =>
      each.includes('=') ? ['-c', each] : [each],
    ),
    {
      ...identityOf(cluster),
      cwd: dirname(cluster.data),
      env: serverEnvironment(),
      detached: true,
      stdio: ['ignore', log, log],
    },
  )
  closeSync(log)
  const exited = once(child, 'exit').then(
    () => true,
    () => true,
  )
  child.unref()
  return waitUntilReady(cluster, exited)
}

const STANDING_SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=120',
  'log_min_messages=warning',
  'timezone=UTC',
]

async function waitUntilReady(cluster: Cluster, exited: Promise<boolean>): Promise<Postmaster> {
  let gone = false
  void exited.then(() => (gone = true))
  const deadline = Date.now() + READY_MS
  while (Date.now() < deadline) {
    const running = await runningPostmaster(cluster)
    if (running) return running
    if (gone) break
    await delay(20)
  }
  const said = (await readFile(cluster.logFile, 'utf8').catch(() => ''))
    .trim()
    .split('\n')
    .slice(-2)
    .join(' ')
  throw new EmbeddedDatabaseError(
    `The embedded database did not start; its log ${cluster.logFile} ends with: ${said}`,
  )
}

/** Asks for a fast, clean shutdown and waits for it. */
export async function stopPostmaster(pid: number): Promise<void> {
  const deadline = Date.now() + STOP_MS
  signal(pid, 'SIGINT')
  while (isAlive(pid)) {
    if (Date.now() > deadline) {
      signal(pid, 'SIGQUIT')
      return
    }
    await delay(20)
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended by itself before the signal.
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string')
    throw new EmbeddedDatabaseError('No free port on 127.0.0.1.')
  return address.port
}

async function keepLogShort(file: string): Promise<void> {
  const size = await stat(file).then(
    (stats) => stats.size,
    () => 0,
  )
  if (size > LOG_LIMIT_BYTES) await truncate(file)
}
