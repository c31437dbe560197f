import { z } from 'zod'

/** Raised when a backup of this version cannot be read by the version before. */
export const BACKUP_FORMAT = 'foyer-backup/1'

/** Names that a backup may give to its files: none leads out of it. */
export const STORABLE = /^(?!.*\.\.)[\w./-]+$/

const storedFile = z.object({
  /** Relative to the backup, with `/`. */
  path: z.string().regex(STORABLE),
  /** Of the file as it is stored. */
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

const word = z.string().regex(/^[a-z_][a-z0-9_]*$/)

const storedTable = storedFile.extend({
  name: word,
  columns: z.array(word).min(1),
  rows: z.int().min(0),
})

/** What a backup holds. It is written last, so a backup without one is not whole. */
export const manifestSchema = z.object({
  format: z.literal(BACKUP_FORMAT),
  /** When the snapshot was taken. ISO instant. */
  takenAt: z.iso.datetime(),
  /** The version of Foyer. */
  foyer: z.string(),
  serverVersion: z.int(),
  migrations: z.int().min(1),
  months: z.array(z.object({ year: z.int(), month: z.int().min(1).max(12) })),
  tables: z.array(storedTable),
  /** The secret, settings and media. */
  files: z.array(storedFile),
})

export type StoredFile = z.infer<typeof storedFile>
export type StoredTable = z.infer<typeof storedTable>
export type Manifest = z.infer<typeof manifestSchema>
