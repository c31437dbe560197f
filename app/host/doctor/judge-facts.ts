import { broken, caution, fine } from './diagnosis'
import type { Diagnosis } from './diagnosis'

const GIGABYTE = 1e9
const DAY_MS = 86_400_000

/** PostgreSQL's version, such as 170004, and the migrations that were applied and that this Foyer knows. */
export function judgeDatabase(facts: { version: number; applied: number; known: number }): Diagnosis {
  const { version, applied, known } = facts
  const name = `PostgreSQL ${Math.floor(version / 10_000)}.${version % 10_000}`
  if (applied > known)
    return broken(
      'database',
      `${name} was migrated by a newer Foyer.`,
      'Start that version, or restore a backup.',
    )
  if (applied < known)
    return caution(
      'database',
      `${name} lacks ${known - applied} migrations.`,
      'Start Foyer: it migrates first.',
    )
  return fine('database', `${name}, all ${known} migrations.`)
}

/** Bytes of the disk that holds FOYER_DATA. */
export function judgeDisk({ free, total }: { free: number; total: number }): Diagnosis {
  const says = `${(free / GIGABYTE).toFixed(1)} GB of ${(total / GIGABYTE).toFixed(0)} GB are free.`
  const remedy = 'Make room, or move FOYER_DATA to a larger disk.'
  if (free < GIGABYTE / 2) return broken('disk', says, remedy)
  if (free < 2 * GIGABYTE || free / total < 0.05) return caution('disk', says, remedy)
  return fine('disk', says)
}

/** How far the clock of the database is ahead of this machine's. */
export function judgeClock({ differenceMs }: { differenceMs: number }): Diagnosis {
  const says = `The database's clock differs by ${(Math.abs(differenceMs) / 1_000).toFixed(1)} s.`
  if (Math.abs(differenceMs) <= 2_000) return fine('clock', says)
  return caution('clock', says, 'Let both machines take their time from the same server (NTP).')
}

/** Whether FOYER_DATA can be written, and the mode of its secret; null when there is none. */
export function judgePermissions(facts: { writable: boolean; secretMode: number | null }): Diagnosis {
  if (!facts.writable)
    return broken('permissions', 'FOYER_DATA cannot be written.', 'Start Foyer as the user who owns it.')
  if (facts.secretMode !== null && (facts.secretMode & 0o077) !== 0)
    return caution('permissions', 'Others can read the secret.', 'Set the mode of FOYER_DATA/secret to 600.')
  return fine('permissions', 'FOYER_DATA can be written, and the secret is private.')
}

export function judgeProxies(facts: { origin: string | null; proxies: number; host: string }): Diagnosis {
  const { origin, proxies, host } = facts
  const isLocal = ['127.0.0.1', '::1', 'localhost'].includes(host)
  if (origin === null && !isLocal)
    return caution(
      'proxies',
      `It listens on ${host} and answers only local names.`,
      'Set FOYER_ORIGIN to the public address.',
    )
  if (origin?.startsWith('https:') && proxies === 0)
    return caution(
      'proxies',
      'FOYER_ORIGIN is https, and FOYER_PROXIES is 0: all visitors seem to come from one network.',
      'Set FOYER_PROXIES to the number of proxies in front.',
    )
  if (origin?.startsWith('http:') && !isLocal)
    return caution('proxies', 'FOYER_ORIGIN is not https: sign-ins can be read on the way.', 'Use https.')
  return fine('proxies', origin === null ? 'Served to this machine only.' : `Served as ${origin}.`)
}

/** `problem`: why the mail server was not reached; `failed`: messages that will not be tried again. */
export function judgeMail(facts: { isSet: boolean; problem: string | null; failed: number }): Diagnosis {
  if (!facts.isSet)
    return caution('mail', 'There is no mail server: messages wait in the outbox.', 'Set FOYER_SMTP_URL.')
  if (facts.problem !== null)
    return broken('mail', `The mail server was not reached (${facts.problem}).`, 'Check FOYER_SMTP_URL.')
  if (facts.failed > 0)
    return caution('mail', `${facts.failed} messages failed.`, 'Open the outbox in the studio.')
  return fine('mail', 'The mail server answers.')
}

/** Since the last backup that was made here; null when there is none. */
export function judgeBackup({ ageMs }: { ageMs: number | null }): Diagnosis {
  const remedy = 'Run npm run backup -- DIR, every day.'
  if (ageMs === null) return caution('backup', 'No backup was made from here.', remedy)
  const days = Math.floor(ageMs / DAY_MS)
  const says = days === 0 ? 'The last backup is from today.' : `The last backup is ${days} days old.`
  if (ageMs > 7 * DAY_MS) return broken('backup', says, remedy)
  if (ageMs > 2 * DAY_MS) return caution('backup', says, remedy)
  return fine('backup', says)
}

/** How far the copy for boards is behind, as the running Foyer says; null when none answers or there is none yet. */
export function judgeCopy({ lagSeconds }: { lagSeconds: number | null | 'stopped' }): Diagnosis {
  if (lagSeconds === 'stopped')
    return caution('copy for boards', 'Foyer does not answer at its address.', 'Start it, then look again.')
  if (lagSeconds === null)
    return caution('copy for boards', 'It is being made.', 'Wait; when it stays so, read the log.')
  const says = `It is ${lagSeconds.toFixed(1)} s behind.`
  if (lagSeconds <= 10) return fine('copy for boards', says)
  return caution('copy for boards', says, 'Read the log; delete FOYER_DATA/columns while Foyer is stopped.')
}

/** Months ahead of this one that have a partition. */
export function judgePartitions({ ahead }: { ahead: number }): Diagnosis {
  const says = `${ahead} months ahead have a partition.`
  if (ahead >= 2) return fine('partitions', says)
  return caution('partitions', says, 'Let Foyer run for a day: its daily maintenance makes them.')
}
