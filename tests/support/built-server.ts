import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const READY_MS = 180_000

export interface BuiltServer extends AsyncDisposable {
  url: string
  /** For what belongs to this server; removed with it. */
  directory: string
}

/**
 * The built server in production mode, on a free port, with a separate database. It stops when this process ends, since
 * it listens to our channel.
 */
export async function startBuiltServer(env: Record<string, string>): Promise<BuiltServer> {
  const directory = await mkdtemp(join(tmpdir(), 'foyer-browser-'))
  // Under root, PostgreSQL runs as another user, who needs access to the directory.
  await chmod(directory, 0o755)
  const server = startServer({ FOYER_DATA: join(directory, 'data'), ...env })
  return {
    url: await readyUrl(server),
    directory,
    [Symbol.asyncDispose]: async () => {
      server.kill('SIGTERM')
      if (server.exitCode === null) await once(server, 'exit')
      await rm(directory, { recursive: true, force: true })
    },
  }
}

function startServer(env: Record<string, string>): ChildProcess {
  const { DATABASE_URL: _none, FOYER_ORIGIN: _neither, ...inherited } = process.env
  return spawn(process.execPath, ['--enable-source-maps', 'build/run/server.js'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...inherited,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'warn',
      FOYER_SIMULATED_TRIALS: '60',
      ...env,
    },
  })
}

async function readyUrl(server: ChildProcess): Promise<string> {
  const ready = once(server, 'message').then(([message]) => (message as { ready: string }).ready)
  const ended = once(server, 'exit').then(([code]) => {
    throw new Error(`The server ended with ${String(code)} before it was ready.`)
  })
  const late = delay(READY_MS, undefined, { ref: false }).then(() => {
    throw new Error('The server was not ready in time.')
  })
  return Promise.race([ready, ended, late])
}
