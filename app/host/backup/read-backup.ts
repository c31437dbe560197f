import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { countKnownMigrations } from '#db/migrate'
import { BackupRefusal } from './backup-refusal'
import { KEY_FILE, MANIFEST } from './layout'
import { manifestSchema } from './manifest'
import type { Manifest, StoredFile } from './manifest'
import { NO_SEAL, openSeal } from './seal'
import type { Seal } from './seal'
import { measureFile, openStoredFile } from './stored-files'

/** A backup whose manifest was read. */
export interface Backup {
  manifest: Manifest
  /** The bytes of one of its files, by the path that the manifest names. */
  open(path: string): Promise<Readable>
}

/**
 * Opens a backup.
 * @throws BackupRefusal when there is none, when the passphrase is wrong or missing, and when a newer Foyer made it
 */
export async function readBackup(directory: string, passphrase: string | null): Promise<Backup> {
  const seal = await sealOf(directory, passphrase)
  const manifest = await readManifest(directory, seal)
  if (manifest.migrations > (await countKnownMigrations()))
    throw new BackupRefusal(
      `The backup was made by Foyer ${manifest.foyer}, which is newer than this one: restore it with that version.`,
    )
  return { manifest, open: (path) => openStoredFile(directory, path, seal) }
}

async function sealOf(directory: string, passphrase: string | null): Promise<Seal> {
  const lockedKey = await readFile(join(directory, KEY_FILE)).catch(() => null)
  if (lockedKey === null) return NO_SEAL
  if (passphrase === null)
    throw new BackupRefusal(
      `The backup in ${directory} is encrypted: give its passphrase with --passphrase-file FILE.`,
    )
  return openSeal(lockedKey, passphrase)
}

async function readManifest(directory: string, seal: Seal): Promise<Manifest> {
  const path = `${MANIFEST}.gz${seal.suffix}`
  const found = await openStoredFile(directory, path, seal)
    .then(text)
    .catch((cause: unknown) => {
      throw new BackupRefusal(`${directory} holds no whole backup: ${path} cannot be read.`, { cause })
    })
  const parsed = manifestSchema.safeParse(parseJson(found))
  if (parsed.success) return parsed.data
  throw new BackupRefusal(`${join(directory, path)} is not a manifest that this Foyer can read.`, {
    cause: parsed.error,
  })
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/**
 * Compares every file with its size and checksum, before anything is changed.
 * @throws BackupRefusal that names the first file that is missing or differs
 */
export async function checkBackup(directory: string, { tables, files }: Manifest): Promise<void> {
  for (const file of [...tables, ...files]) {
    const problem = await problemOf(directory, file)
    if (problem)
      throw new BackupRefusal(`The backup is damaged: ${file.path} ${problem}. Nothing was changed.`)
  }
}

async function problemOf(directory: string, file: StoredFile): Promise<string | null> {
  try {
    const { bytes, sha256 } = await measureFile(directory, file.path)
    if (bytes !== file.bytes) return `has ${bytes} bytes instead of ${file.bytes}`
    return sha256 === file.sha256 ? null : 'has another checksum'
  } catch {
    return 'is missing or cannot be read'
  }
}
