import { bad, good, warning } from './finding'
import type { Finding } from './finding'

const GIGABYTE = 1e9
const DAY_MS = 86_400_000

/** PostgreSQL's version, such as 170004, and the migrations that were applied and that this Foyer knows. */
export function judgeDatabase(facts: { version: number; applied: number; known: number }): Finding {
  const { version, applied, known } = facts
  const name = `PostgreSQL ${Math.floor(version / 10_000)}.${version % 10_000}`
  if (applied > known)
    return bad(
      'database',
      `${name} was migrated by a newer Foyer.`,
      'Start that version, or restore a backup.',
    )
  if (applied < known)
    return warning(
      'database',
      `${name} lacks ${known - applied} migrations.`,
      'Start Foyer: it migrates first.',
    )
  return good('database', `${name}, all ${known} migrations.`)
}

/** Bytes of the disk that holds FOYER_DATA. */
export function judgeDisk({ free, total }: { free: number; total: number }): Finding {
  const says = `${(free / GIGABYTE).toFixed(1)} GB of ${(total / GIGABYTE).toFixed(0)} GB are free.`
  const remedy = 'Make room, or move FOYER_DATA to a larger disk.'
  if (free < GIGABYTE / 2) return bad('disk', says, remedy)
  if (free < 2 * GIGABYTE || free / total < 0.05) return warning('disk', says, remedy)
  return good('disk', says)
}

/** How far the clock of the database is ahead of this machine's. */
export function judgeClock({ differenceMs }: { differenceMs: number }): Finding {
  const says = `The database's clock differs by ${(Math.abs(differenceMs) / 1_000).toFixed(1)} s.`
  if (Math.abs(differenceMs) <= 2_000) return good('clock', says)
  return warning('clock', says, 'Let both machines take their time from the same server (NTP).')
}

/** Whether FOYER_DATA can be written, and the mode of its secret; null when there is none. */
export function judgePermissions(facts: { writable: boolean; secretMode: number | null }): Finding {
  if (!facts.writable)
    return bad('permissions', 'FOYER_DATA cannot be written.', 'Start Foyer as the user who owns it.')
  if (facts.secretMode !== null && (facts.secretMode & 0o077) !== 0)
    return warning('permissions', 'Others can read the secret.', 'Set the mode of FOYER_DATA/secret to 600.')
  return good('permissions', 'FOYER_DATA can be written, and the secret is private.')
}

export function judgeProxies(facts: { origin: string | null; proxies: number; host: string }): Finding {
  const { origin, proxies, host } = facts
  const isLocal = ['127.0.0.1', '::1', 'localhost'].includes(host)
  if (origin === null && !isLocal)
    return warning(
      'proxies',
      `It listens on ${host} and answers only local names.`,
      'Set FOYER_ORIGIN to the public address.',
    )
  if (origin?.startsWith('https:') && proxies === 0)
    return warning(
      'proxies',
      'FOYER_ORIGIN is https, and FOYER_PROXIES is 0: all visitors seem to come from one network.',
      'Set FOYER_PROXIES to the number of proxies in front.',
    )
  if (origin?.startsWith('http:') && !isLocal)
    return warning('proxies', 'FOYER_ORIGIN is not https: sign-ins can be read on the way.', 'Use https.')
  return good('proxies', origin === null ? 'Served to this machine only.' : `Served as ${origin}.`)
}

/** `problem`: why the mail server was not reached; `failed`: messages that will not be tried again. */
export function judgeMail(facts: { isSet: boolean; problem: string | null; failed: number }): Finding {
  if (!facts.isSet)
    return warning('mail', 'There is no mail server: messages wait in the outbox.', 'Set FOYER_SMTP_URL.')
  if (facts.problem !== null)
    return bad('mail', `The mail server was not reached (${facts.problem}).`, 'Check FOYER_SMTP_URL.')
  if (facts.failed > 0)
    return warning('mail', `${facts.failed} messages failed.`, 'Open the outbox in the studio.')
  return good('mail', 'The mail server answers.')
}

/** Since the last backup that was made here; null when there is none. */
export function judgeBackup({ ageMs }: { ageMs: number | null }): Finding {
  const remedy = 'Run npm run backup -- DIR, every day.'
  if (ageMs === null) return warning('backup', 'No backup was made from here.', remedy)
  const days = Math.floor(ageMs / DAY_MS)
  const says = days === 0 ? 'The last backup is from today.' : `The last backup is ${days} days old.`
  if (ageMs > 7 * DAY_MS) return bad('backup', says, remedy)
  if (ageMs > 2 * DAY_MS) return warning('backup', says, remedy)
  return good('backup', says)
}

/** How far the copy for boards is behind, as the running Foyer says; null when none answers or there is none yet. */
export function judgeCopy({ lagSeconds }: { lagSeconds: number | null | 'stopped' }): Finding {
  if (lagSeconds === 'stopped')
    return warning('copy for boards', 'Foyer does not answer at its address.', 'Start it, then look again.')
  if (lagSeconds === null)
    return warning('copy for boards', 'It is being made.', 'Wait; when it stays so, read the log.')
  const says = `It is ${lagSeconds.toFixed(1)} s behind.`
  if (lagSeconds <= 10) return good('copy for boards', says)
  return warning('copy for boards', says, 'Read the log; delete FOYER_DATA/columns while Foyer is stopped.')
}

/** Months ahead of this one that have a partition. */
export function judgePartitions({ ahead }: { ahead: number }): Finding {
  const says = `${ahead} months ahead have a partition.`
  if (ahead >= 2) return good('partitions', says)
  return warning('partitions', says, 'Let Foyer run for a day: its daily maintenance makes them.')
}
