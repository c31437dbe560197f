import { createHash } from 'node:crypto'

/** By what an address is matched: SHA-256, in hexadecimal, of it trimmed and in small letters. */
export function emailHash(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('hex')
}
