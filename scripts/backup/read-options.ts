import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

const PASSPHRASE = `The passphrase is the first line of FILE, or the variable FOYER_BACKUP_PASSPHRASE.`

export const BACKUP_USAGE = `npm run -s backup -- DIR [--passphrase-file FILE]

Stores database, secret, settings and media of this installation in the new directory DIR, while Foyer runs or not.
With a passphrase everything in it is encrypted. ${PASSPHRASE}`

export const RESTORE_USAGE = `npm run -s restore -- DIR [--passphrase-file FILE]

Restores the backup in DIR into an empty place: a new FOYER_DATA, or an empty database at DATABASE_URL.
${PASSPHRASE}`

export interface BackupOptions {
  /** Absolute. */
  directory: string
  passphrase: string | null
}

/** Reads the command line; null when it is wrong, after saying what is. */
export function readBackupOptions(args: string[], usage: string): BackupOptions | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { 'passphrase-file': { type: 'string' } },
    })
    const [directory, ...rest] = positionals
    if (!directory || rest.length > 0) throw new Error('Name one directory.')
    return { directory: resolve(directory), passphrase: readPassphrase(values['passphrase-file']) }
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    return null
  }
}

function readPassphrase(file: string | undefined): string | null {
  const passphrase = file ? readFileSync(file, 'utf8').split(/\r?\n/)[0] : process.env.FOYER_BACKUP_PASSPHRASE
  if (file && !passphrase) throw new Error(`The first line of ${file} is empty.`)
  return passphrase || null
}
