import { z } from 'zod'
import { readEmailAddress } from '~/domain/email-address'

const plain = z.email()
const SUFFIX = '@address.invalid'

/**
 * The name under which an address signs in. The library of sign-in takes plain ASCII addresses alone; any other is
 * spelled in hexadecimal, so that it can be read back.
 */
export function signInName(address: string): string {
  const key = readEmailAddress(address)?.key ?? address.trim().toLowerCase()
  return plain.safeParse(key).success ? key : Buffer.from(key).toString('hex') + SUFFIX
}

/** The address of somebody who signs in under `name`. */
export function addressOfSignIn(name: string): string {
  if (!name.endsWith(SUFFIX)) return name
  return Buffer.from(name.slice(0, -SUFFIX.length), 'hex').toString()
}
