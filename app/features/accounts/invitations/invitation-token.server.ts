import { createHash, randomBytes } from 'node:crypto'

/** An invitation holds for this long, in milliseconds. */
export const INVITATION_HOLDS_MS = 30 * 24 * 60 * 60 * 1000

/** 24 random bytes, of which only the hash is kept. */
export function newInvitationToken(): { token: string; tokenHash: string } {
  const token = randomBytes(24).toString('base64url')
  return { token, tokenHash: hashInvitationToken(token) }
}

export function hashInvitationToken(token: string): string {
  return createHash('sha256').update(`invitation:${token}`).digest('base64url')
}
