import { access, constants, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { openDatabase } from '#db/client'
import type { DatabaseHandle } from '#db/client'
import { countKnownMigrations, countMigrations } from '#db/migrate'
import { listPartitionMonths, monthOf } from '#db/partitions'
import { countMails } from '#db/queries/mails'
import type { Environment } from '~/platform/environment'
import { ownOrigin } from '~/platform/http/own-origin'
import { readBackupNote } from '../backup/backup-note'
import { connectSmtp, mailProblem } from '../jobs/mail-transport'
import type { Diagnosis } from './diagnosis'
import * as judge from './judge-facts'

const PATIENCE_MS = 5_000

/** Examines an installation whose database is at `databaseUrl`. Changes nothing. */
export async function examine(env: Environment, databaseUrl: string, now: Date): Promise<Diagnosis[]> {
  const database = openDatabase(databaseUrl, { max: 2 })
  try {
    return [
      ...(await examineDatabase(database, now)),
      judge.judgeDisk(await readDisk(env.dataDirectory)),
      judge.judgePermissions(await readPermissions(env.dataDirectory)),
      judge.judgeProxies(env),
      judge.judgeMail(await readMail(env, database)),
      judge.judgeBackup({ ageMs: await readBackupAge(env.dataDirectory, now) }),
      judge.judgeCopy({ lagSeconds: await readCopyLag(env) }),
    ]
  } finally {
    await database.close()
  }
}

async function examineDatabase({ sql }: DatabaseHandle, now: Date): Promise<Diagnosis[]> {
  const before = Date.now()
  const [server] = await sql<{ version: number; clockMs: number }[]>`
    select current_setting('server_version_num')::int as version,
      (extract(epoch from clock_timestamp()) * 1000)::float8 as "clockMs"`
  if (!server) throw new Error('The server gave no version')
  const applied = await countMigrations(sql)
  const database = judge.judgeDatabase({
    ...{ version: server.version, applied, known: await countKnownMigrations() },
  })
  const clock = judge.judgeClock({ differenceMs: server.clockMs - (before + Date.now()) / 2 })
  if (applied === 0) return [database, clock]
  const months = await listPartitionMonths(sql)
  const { year, month } = monthOf(now)
  const ahead = months.filter((each) => each.year * 12 + each.month > year * 12 + month).length
  return [database, clock, judge.judgePartitions({ ahead })]
}

async function readDisk(directory: string): Promise<{ free: number; total: number }> {
  const { bavail, blocks, bsize } = await statfs(directory)
  return { free: bavail * bsize, total: blocks * bsize }
}

async function readPermissions(directory: string) {
  const writable = await access(directory, constants.W_OK).then(
    () => true,
    () => false,
  )
  const secret = await stat(join(directory, 'secret')).catch(() => null)
  return { writable, secretMode: secret && secret.mode & 0o777 }
}

async function readMail({ mail }: Environment, { db }: DatabaseHandle) {
  if (mail === null) return { isSet: false, problem: null, failed: 0 }
  const transport = connectSmtp(mail.url, { connectMs: PATIENCE_MS, silenceMs: PATIENCE_MS })
  const problem = await transport.verify().then(() => null, mailProblem)
  transport.close()
  return { isSet: true, problem, failed: (await countMails(db)).failed }
}

async function readBackupAge(directory: string, now: Date): Promise<number | null> {
  const takenMs = await readBackupNote(directory)
  return takenMs === null ? null : now.getTime() - takenMs
}

async function readCopyLag({ host, port, metricsToken }: Environment): Promise<number | null | 'stopped'> {
  try {
    const answer = await fetch(`${ownOrigin({ origin: null, host, port })}/metrics`, {
      headers: metricsToken ? { authorization: `Bearer ${metricsToken}` } : {},
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const lag = /^foyer_columns_lag_seconds (\S+)$/m.exec(await answer.text())?.[1]
    return lag === undefined || !Number.isFinite(Number(lag)) ? null : Number(lag)
  } catch {
    return 'stopped'
  }
}
