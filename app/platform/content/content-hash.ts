import { createHash } from 'node:crypto'
import type { DocumentFiles } from '~/domain/content/kinds'

/** SHA-256 in hexadecimal of a document's files, independent of their order. */
export function hashFiles(files: DocumentFiles): string {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex')
}
