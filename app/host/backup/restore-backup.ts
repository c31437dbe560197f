import { createWriteStream } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { isEmptyDatabase, loadTables, returnQueuedMails } from '#db/backup/load-tables'
import { migrateDatabase } from '#db/migrate'
import { BackupRefusal } from './backup-refusal'
import { MEDIA_FOLDER, SECRET_FILE, SETTINGS_FILE } from './layout'
import type { Manifest } from './manifest'
import type { Backup } from './read-backup'

export interface RestoreInput {
  backup: Backup
  databaseUrl: string
  /** Of the restored installation. */
  dataDirectory: string
  /** Where media go. */
  mediaDirectory: string
  /** FOYER_SECRET, where it is set. */
  givenSecret: string | null
  say: (line: string) => void
}

/** Where the settings of the backup are written, to be compared with those of this machine. */
export const RESTORED_SETTINGS = 'restored-settings.env'

/**
 * Restores a checked backup into an empty place, and migrates it to this Foyer. Rows come in one transaction; what is
 * interrupted can be begun again.
 * @throws BackupRefusal when the place is not empty, or has another secret
 */
export async function restoreBackup(input: RestoreInput): Promise<Manifest> {
  const { backup, databaseUrl, dataDirectory, say } = input
  const { manifest } = backup
  if (!(await isEmptyDatabase(databaseUrl, manifest.migrations)))
    throw new BackupRefusal(
      'The database already holds data, and nothing was changed: restore into an empty database, or into a new FOYER_DATA.',
    )
  await restoreSecret(input)
  await restoreFiles(input)
  // It was made from another database; boards make it again.
  await rm(join(dataDirectory, 'columns'), { recursive: true, force: true })
  await loadTables(databaseUrl, {
    ...manifest,
    open: (table) => openTable(backup, table),
    onLoaded: (table) => say(`${table}: ${manifest.tables.find(({ name }) => name === table)?.rows} rows`),
  })
  const { applied } = await migrateDatabase(databaseUrl)
  if (applied > 0) say(`${applied} migrations applied`)
  await returnQueuedMails(databaseUrl)
  return manifest
}

async function openTable(backup: Backup, table: string) {
  const stored = backup.manifest.tables.find(({ name }) => name === table)
  if (!stored) throw new Error(`The backup has no table ${table}`)
  return backup.open(stored.path)
}

/** Sessions, keys and visitor ids are only valid with the secret that signed them. */
async function restoreSecret({ backup, dataDirectory, givenSecret }: RestoreInput): Promise<void> {
  const file = backup.manifest.files.find(({ path }) => path.startsWith(`${SECRET_FILE}.gz`))
  if (!file) throw new BackupRefusal('The backup holds no secret.')
  const secret = await text(await backup.open(file.path))
  const place = join(dataDirectory, 'secret')
  const present = givenSecret ?? (await readFile(place, 'utf8').catch(() => null))
  if (present !== null && present.trim() !== secret)
    throw new BackupRefusal(
      `${givenSecret === null ? place : 'FOYER_SECRET'} is not the secret of the backup: unset or remove it, or set the one from the backup.`,
    )
  if (present !== null) return
  await mkdir(dataDirectory, { recursive: true })
  await writeFile(place, secret, { mode: 0o600, flag: 'wx' })
}

/** Media go back to where they were; settings stand beside them, since this machine may need others. */
async function restoreFiles({ backup, dataDirectory, mediaDirectory }: RestoreInput): Promise<void> {
  for (const { path } of backup.manifest.files) {
    const name = path.replace(/\.gz(\.age)?$/, '')
    if (name === SECRET_FILE) continue
    const place = name.startsWith(MEDIA_FOLDER)
      ? join(mediaDirectory, name.slice(MEDIA_FOLDER.length))
      : join(dataDirectory, name === SETTINGS_FILE ? RESTORED_SETTINGS : name)
    await mkdir(dirname(place), { recursive: true })
    await pipeline(await backup.open(path), createWriteStream(place, { mode: 0o600 }))
  }
}
