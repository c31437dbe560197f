import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import postgres from 'postgres'
import { findEmbedded, startEmbedded } from '#db/embedded'
import type { Environment } from '~/platform/environment'
import { StartRefusal } from '~/platform/start-refusal'

/** The database of this installation, which has answered. */
export interface Store {
  url: string
  /** `embedded`: run by Foyer itself, on this machine. */
  kind: 'embedded' | 'given'
  /** The server's version, such as 170004. */
  version: number
  stop(): Promise<void>
}

const embeddedDirectory = (env: Pick<Environment, 'dataDirectory'>) => join(env.dataDirectory, 'postgres')

/** The database at DATABASE_URL once it answers; without one the embedded database, started or adopted. */
export async function openStore(
  env: Pick<Environment, 'databaseUrl' | 'dataDirectory'>,
  onNotice: (message: string) => void,
): Promise<Store> {
  if (env.databaseUrl !== null) {
    const version = await waitForDatabase(env.databaseUrl)
    return { url: env.databaseUrl, kind: 'given', version, stop: async () => {} }
  }
  const { url, stop } = await startEmbedded({ directory: embeddedDirectory(env), onNotice })
  return { url, stop, kind: 'embedded', version: await waitForDatabase(url) }
}

/** For scripts: the same database, shared with a running Foyer. */
export async function shareStore(env: Pick<Environment, 'databaseUrl' | 'dataDirectory'>): Promise<Store> {
  const running = env.databaseUrl === null ? await findEmbedded(embeddedDirectory(env)) : null
  return running === null
    ? openStore(env, () => {})
    : { url: running, kind: 'embedded', version: await waitForDatabase(running), stop: async () => {} }
}

const ATTEMPTS = 5
const PAUSE_MS = 1_000

/** The server's version. Retries, because a database that starts together with Foyer may need a moment. */
async function waitForDatabase(url: string): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await tryDatabase(url)
    if ('version' in found) return found.version
    const failure = found
    if (attempt === ATTEMPTS || !failure.mayPass) {
      throw new StartRefusal(
        `Cannot use the database at ${placeOf(url)}: ${failure.reason}. Check DATABASE_URL.`,
      )
    }
    await delay(PAUSE_MS)
  }
}

async function tryDatabase(url: string): Promise<{ version: number } | { reason: string; mayPass: boolean }> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} })
  try {
    const [row] = await sql<
      { version: number }[]
    >`select current_setting('server_version_num')::int as version`
    if (row && row.version >= 150_000) return row
    return { reason: 'PostgreSQL 15 or newer is required', mayPass: false }
  } catch (error) {
    return describeFailure(error)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

function describeFailure(error: unknown): { reason: string; mayPass: boolean } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known: Record<string, string> = {
    ECONNREFUSED: 'nothing is listening there',
    ENOTFOUND: 'the host name is unknown',
    CONNECT_TIMEOUT: 'it does not answer',
    '28P01': 'the password is wrong',
    '28000': 'the user is not allowed to sign in',
    '3D000': 'the database does not exist',
  }
  const permanent = ['28P01', '28000', '3D000', 'ENOTFOUND']
  const reason =
    known[code] ?? (error instanceof Error ? error.message.replace(/\.$/, '') : 'the connection was refused')
  return { reason, mayPass: !permanent.includes(code) }
}

/** Host, port and name, without user and password. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url)
  return host + pathname
}
