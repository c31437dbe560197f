import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { parse, stringify, validate } from 'uuid'
import type { TrialKey } from '#db/queries/trials'

/** How long a resume link is valid, in milliseconds. */
export const RESUME_FOR_MS = 90 * 24 * 60 * 60 * 1000

const UUID_BYTES = 16
const TIME_BYTES = 6
const SECRET_BYTES = 24
const TOKEN_BYTES = 2 * UUID_BYTES + TIME_BYTES + SECRET_BYTES

/**
 * A secret token: the trial id, its creation time and 24 random bytes. It contains the trial id so that it can be
 * looked up by key; only the hash of the whole is stored.
 */
export function makeResumeToken({ visitorId, id }: TrialKey, now: Date): string {
  const time = Buffer.alloc(TIME_BYTES)
  time.writeUIntBE(now.getTime(), 0, TIME_BYTES)
  return Buffer.concat([parse(visitorId), parse(id), time, randomBytes(SECRET_BYTES)]).toString('base64url')
}

/** The trial id in a token; null when it is malformed or expired. Does not verify the token. */
export function readResumeToken(token: string, now: Date): TrialKey | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== TOKEN_BYTES || bytes.toString('base64url') !== token) return null
  const madeAt = bytes.readUIntBE(2 * UUID_BYTES, TIME_BYTES)
  if (now.getTime() - madeAt > RESUME_FOR_MS) return null
  const [visitorId, id] = [uuidAt(bytes, 0), uuidAt(bytes, UUID_BYTES)]
  return visitorId && id ? { visitorId, id } : null
}

export function hashResumeToken(token: string): string {
  return createHash('sha256').update(`resume:${token}`).digest('base64url')
}

/** True when the token matches the stored hash. Compares in constant time. */
export function isResumeToken(token: string, storedHash: string | null): boolean {
  const [given, stored] = [Buffer.from(hashResumeToken(token)), Buffer.from(storedHash ?? '')]
  return given.length === stored.length && timingSafeEqual(given, stored)
}

function uuidAt(bytes: Buffer, offset: number): string | null {
  const part = [...bytes.subarray(offset, offset + UUID_BYTES)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
  const text = part.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return validate(text) ? stringify(parse(text)) : null
}
