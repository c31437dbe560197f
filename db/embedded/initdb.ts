import { spawn } from 'node:child_process'
import { chown, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Cluster } from './cluster-facts'
import { EmbeddedDatabaseError } from './error'

/** The role that owns everything in the embedded database. */
export const EMBEDDED_ROLE = 'foyer'

const SERVER_LOCALE = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'

/** Runs initdb on an empty directory that the server's user owns. */
export async function runInitdb(cluster: Cluster, data: string): Promise<void> {
  const passwordFile = `${data}.password`
  await writeFile(passwordFile, cluster.password, { mode: 0o600 })
  try {
    if (cluster.user) await chown(passwordFile, cluster.user.uid, cluster.user.gid)
    await run(cluster, [
      `--pgdata=${data}`,
      `--username=${EMBEDDED_ROLE}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      // Without these the encoding would follow the machine's locale, down to SQL_ASCII.
      '--encoding=UTF8',
      `--locale=${SERVER_LOCALE}`,
      '--no-sync',
      '--no-instructions',
    ])
  } finally {
    await rm(passwordFile, { force: true })
  }
}

function run(cluster: Cluster, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(cluster.binaries.initdb, args, {
      ...identityOf(cluster),
      cwd: dirname(cluster.data),
      env: serverEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let complaint = ''
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) return resolve()
      const last = complaint.trim().split('\n').slice(-3).join(' ')
      reject(
        new EmbeddedDatabaseError(
          `The embedded database could not be made (initdb: ${code ?? signal}). ${last}`,
        ),
      )
    })
  })
}

/** Spawn options that drop root's rights when there are any to drop. */
export function identityOf({ user }: Cluster): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {}
}

/** A minimal environment: the server must not see PG* variables and secrets of this process. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, NODE_ENV } = process.env
  return { PATH, SystemRoot, NODE_ENV, LC_ALL: SERVER_LOCALE, TZ: 'UTC' }
}
