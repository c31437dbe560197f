import { z } from 'zod'

/** An uploaded file, complete. */
export interface SentFile {
  name: string
  bytes: Uint8Array
}

/** The submitted value of a form field: its texts, or a file. */
export interface SentField {
  name: string
  value: string | SentFile
}

/** A form field that holds a file. */
export const fileField = z.custom<SentFile>(
  (value) => typeof value === 'object' && value !== null && 'bytes' in value,
  'Choose a file.',
)
