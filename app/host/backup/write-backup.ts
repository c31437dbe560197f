import { mkdir, open, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { Readable } from 'node:stream'
import { inSnapshot } from '#db/backup/read-snapshot'
import type { Snapshot } from '#db/backup/read-snapshot'
import { BackupRefusal } from './backup-refusal'
import { KEY_FILE, MANIFEST, MEDIA_FOLDER, SECRET_FILE, SETTINGS_FILE } from './layout'
import { BACKUP_FORMAT, manifestSchema, STORABLE } from './manifest'
import type { Manifest, StoredFile, StoredTable } from './manifest'
import { makeSeal, NO_SEAL } from './seal'
import type { Seal } from './seal'
import { storeFile } from './stored-files'

export interface BackupInput {
  databaseUrl: string
  /** Where the backup is to be; a new or an empty directory. */
  directory: string
  /** The secret of the installation. */
  secret: string
  /** The environment variables that are set, by name. */
  settings: Record<string, string>
  /** The directory of uploaded media; null when they are kept elsewhere. */
  media: string | null
  /** Null: stored in the clear. */
  passphrase: string | null
  /** The version of Foyer. */
  version: string
  now: Date
  say: (line: string) => void
}

/**
 * Makes a backup while trials run. The directory appears when all of it is written, so what exists is whole.
 * @throws BackupRefusal when the directory is not empty
 */
export async function writeBackup(input: BackupInput): Promise<Manifest> {
  await refuseUsed(input.directory)
  const building = `${input.directory}.partial-${process.pid}`
  await mkdir(dirname(input.directory), { recursive: true })
  await mkdir(building, { mode: 0o700 })
  try {
    const manifest = await writeInto(building, input)
    await rmdir(input.directory).catch(() => {})
    await rename(building, input.directory)
    return manifest
  } catch (error) {
    await rm(building, { recursive: true, force: true })
    throw error
  }
}

async function refuseUsed(directory: string): Promise<void> {
  const entries = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw new BackupRefusal(`${directory} cannot be read as a directory.`, { cause: error })
  })
  if (entries.length > 0)
    throw new BackupRefusal(`${directory} is not empty: name a new directory for each backup.`)
}

async function writeInto(directory: string, input: BackupInput): Promise<Manifest> {
  const { databaseUrl, version, now, say } = input
  const seal = await sealInto(directory, input.passphrase)
  const contents = await inSnapshot(databaseUrl, async (snapshot) => ({
    ...{ serverVersion: snapshot.serverVersion, migrations: snapshot.migrations, months: snapshot.months },
    tables: await storeTables(directory, { snapshot, seal, say }),
  }))
  if (contents.migrations === 0)
    throw new BackupRefusal('The database is empty: there is nothing to back up.')
  const manifest = manifestSchema.parse({
    ...{ format: BACKUP_FORMAT, takenAt: now.toISOString(), foyer: version },
    ...contents,
    // After the tables: files never change, and those that the snapshot names exist already.
    files: await storeFiles(directory, { ...input, seal }),
  })
  await storeFile(directory, { path: MANIFEST, bytes: textStream(JSON.stringify(manifest, null, 2)), seal })
  return manifest
}

async function sealInto(directory: string, passphrase: string | null): Promise<Seal> {
  if (passphrase === null) return NO_SEAL
  const { seal, lockedKey } = await makeSeal(passphrase)
  await writeFile(join(directory, KEY_FILE), lockedKey, { mode: 0o600 })
  return seal
}

async function storeTables(
  directory: string,
  { snapshot, seal, say }: { snapshot: Snapshot; seal: Seal; say: (line: string) => void },
): Promise<StoredTable[]> {
  const stored: StoredTable[] = []
  for (const [index, table] of snapshot.tables.entries()) {
    const rows = await snapshot.countRows(table)
    const bytes = await snapshot.readRows(table)
    const file = await storeFile(directory, { path: `tables/${table.name}.copy`, bytes, seal })
    stored.push({ ...table, rows, ...file })
    say(`${index + 1}/${snapshot.tables.length} ${table.name}: ${rows} rows`)
  }
  return stored
}

async function storeFiles(
  directory: string,
  { secret, settings, media, seal }: BackupInput & { seal: Seal },
): Promise<StoredFile[]> {
  const stored = [
    await storeFile(directory, { path: SECRET_FILE, bytes: textStream(secret), seal }),
    await storeFile(directory, { path: SETTINGS_FILE, bytes: textStream(envText(settings)), seal }),
  ]
  if (media === null) return stored
  for (const path of await mediaIn(media)) {
    const file = await openIfThere(join(media, path))
    if (!file) continue
    const bytes = file.createReadStream()
    stored.push(await storeFile(directory, { path: `${MEDIA_FOLDER}${path}`, bytes, seal }))
  }
  return stored
}

/** A file that is being written still has such an end; it gets its name once it is whole. */
const UNFINISHED = /\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The paths of the media in a directory, relative to it; none when it does not exist. What is no medium is left out. */
async function mediaIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => STORABLE.test(path) && !UNFINISHED.test(path))
    .sort()
}

/** Null when the file was removed meanwhile: nothing that is stored names it any longer. */
async function openIfThere(path: string): Promise<FileHandle | null> {
  return open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

/** In the form of a `.env` file; values are JSON strings, which its reader takes. */
const envText = (settings: Record<string, string>): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}\n`)
    .join('')

const textStream = (text: string): Readable => Readable.from([Buffer.from(text)])
