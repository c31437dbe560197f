import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const READY_MS = 180_000
const EMAIL = 'admin@foyer.test'

/**
 * One server for the whole run: production mode, a free port, a separate database with little simulated data. It
 * stops when this process ends, since it listens to our channel. One member of staff is signed in once, which
 * spares the rate limit of sign-in.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'foyer-browser-'))
  // Under root, PostgreSQL runs as another user, who needs access to the directory.
  await chmod(directory, 0o755)
  const password = randomUUID()
  const server = startServer({
    FOYER_DATA: join(directory, 'data'),
    FOYER_ADMIN_EMAIL: EMAIL,
    FOYER_ADMIN_PASSWORD: password,
  })
  const url = await readyUrl(server)
  process.env.FOYER_TEST_URL = url
  process.env.FOYER_TEST_EMAIL = EMAIL
  process.env.FOYER_TEST_PASSWORD = password
  process.env.FOYER_TEST_STAFF = await signInOnce(url, password, join(directory, 'staff.json'))
  return async () => {
    server.kill('SIGTERM')
    if (server.exitCode === null) await once(server, 'exit')
    await rm(directory, { recursive: true, force: true })
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

/** Signs in over HTTP and returns the cookies in the form that browser contexts take. */
async function signInOnce(url: string, password: string, file: string): Promise<string> {
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ email: EMAIL, password }),
  })
  const cookies = answer.headers.getSetCookie().map((line) => {
    const [pair = ''] = line.split(';')
    const [name = '', ...value] = pair.split('=')
    const place = { domain: new URL(url).hostname, path: '/', expires: -1 }
    return { name, value: value.join('='), ...place, httpOnly: true, secure: false, sameSite: 'Lax' }
  })
  if (cookies.length === 0) throw new Error(`Signing in answered ${answer.status} without cookies.`)
  await writeFile(file, JSON.stringify({ cookies, origins: [] }))
  return file
}
