import { createHash } from 'node:crypto'
import { readEmailAddress } from '~/domain/email-address'

/**
 * By what an address is matched: SHA-256, in hexadecimal, of it in small composed letters (NFC), with the domain in its
 * ASCII form.
 */
export function emailHash(email: string): string {
  return createHash('sha256')
    .update(readEmailAddress(email)?.key ?? email.trim().toLowerCase())
    .digest('hex')
}
