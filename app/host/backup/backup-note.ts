import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const noteSchema = z.object({ takenMs: z.number() })

const placeOf = (dataDirectory: string): string => join(dataDirectory, 'last-backup.json')

/** Notes in FOYER_DATA that a backup was made, for whoever asks how old the last one is. */
export async function writeBackupNote(dataDirectory: string, takenAt: Date): Promise<void> {
  await writeFile(placeOf(dataDirectory), JSON.stringify({ takenMs: takenAt.getTime() }), { mode: 0o600 })
}

/** When the last backup was made from here, in milliseconds since the epoch; null when none was. */
export async function readBackupNote(dataDirectory: string): Promise<number | null> {
  try {
    return noteSchema.parse(JSON.parse(await readFile(placeOf(dataDirectory), 'utf8'))).takenMs
  } catch {
    return null
  }
}
