import { createHash } from 'node:crypto'
import { readEmailAddress } from '~/domain/email-address'

/**
 * The hash by which an address is matched: SHA-256 in hexadecimal of the address in lower case and NFC, with its domain
 * in ASCII form.
 */
export function emailHash(email: string): string {
  return createHash('sha256')
    .update(readEmailAddress(email)?.key ?? email.trim().toLowerCase())
    .digest('hex')
}
