import { z } from 'zod'
import { readEmailAddress } from '~/domain/email-address'

const plain = z.email()
const SUFFIX = '@address.invalid'

/**
 * The sign-in name of an address. The sign-in library accepts only plain ASCII addresses; any other is encoded in
 * hexadecimal, so that it can be decoded.
 */
export function signInName(address: string): string {
  const key = readEmailAddress(address)?.key ?? address.trim().toLowerCase()
  return plain.safeParse(key).success ? key : Buffer.from(key).toString('hex') + SUFFIX
}

/** Decodes the address from a sign-in name. */
export function addressOfSignIn(name: string): string {
  if (!name.endsWith(SUFFIX)) return name
  return Buffer.from(name.slice(0, -SUFFIX.length), 'hex').toString()
}
