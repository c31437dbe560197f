import { z } from 'zod'

/** A file as a form sent it, whole. */
export interface SentFile {
  name: string
  bytes: Uint8Array
}

/** One field of a form as it was sent: its texts, or a file. */
export interface SentField {
  name: string
  value: string | SentFile
}

/** For the schema of a form: a field that holds a file. */
export const fileField = z.custom<SentFile>(
  (value) => typeof value === 'object' && value !== null && 'bytes' in value,
  'Choose a file.',
)
