import { createHash, randomBytes } from 'node:crypto'

const TOKEN_BYTES = 32

/** An unguessable token for a link, and what is stored of it. */
export function newLinkToken(purpose: string): { token: string; hash: string } {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  return { token, hash: hashLinkToken(purpose, token) }
}

/**
 * What is stored of a token. It is found by the hash, so the time that a look-up takes says nothing about the tokens that there
 * are.
 */
export const hashLinkToken = (purpose: string, token: string): string =>
  createHash('sha256').update(`${purpose}:${token}`).digest('base64url')
