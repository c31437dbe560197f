import { createHash } from 'node:crypto'
import type { DocumentFiles } from '~/domain/content/kinds'

/** SHA-256 of a document's files in hexadecimal, whatever the order in which they are given. */
export function hashFiles(files: DocumentFiles): string {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex')
}
