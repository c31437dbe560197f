import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

const CODE_DIGITS = 8
const LINK_BYTES = 32

/** The secrets that a check sends to an address. Only their hashes are stored. */
export interface CheckSecrets {
  link: string
  code: string
}

export function newCheckSecrets(): CheckSecrets {
  return {
    link: randomBytes(LINK_BYTES).toString('base64url'),
    code: String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0'),
  }
}

export function hashLink(link: string): string {
  return createHash('sha256').update(`address-link:${link}`).digest('base64url')
}

/** Keyed and bound to its check: a code has too few digits to withstand trying all of them against a stored hash. */
export function hashCode(code: string, { id, secret }: { id: string; secret: string }): string {
  return createHmac('sha256', `address-code:${secret}`).update(`${id}:${code}`).digest('base64url')
}

/** Whether the code matches the stored hash. Compares in constant time. */
export function isCode(code: string, storedHash: string, key: { id: string; secret: string }): boolean {
  const [given, stored] = [Buffer.from(hashCode(code, key)), Buffer.from(storedHash)]
  return given.length === stored.length && timingSafeEqual(given, stored)
}
