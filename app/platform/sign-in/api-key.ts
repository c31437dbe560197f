import { createHash, randomBytes } from 'node:crypto'
import { findApiKeyByHash, markApiKeyUsed } from '#db/queries/api-keys'
import { DomainError } from '~/domain/errors'
import type { HeaderReader } from '../http/request-headers'
import type { Actor, App } from '../context/context'

const MARK = 'foyer_'
const SECRET_BYTES = 32
/** Characters by which people tell keys apart: the mark and five of the secret's 43. */
const PREFIX_LENGTH = MARK.length + 5

export interface NewApiKey {
  /** Shown once, never kept. */
  secret: string
  prefix: string
  hash: string
}

/** A key that nobody can guess; a plain hash of it is enough, since there is nothing to try out. */
export function newApiKey(): NewApiKey {
  const secret = MARK + randomBytes(SECRET_BYTES).toString('base64url')
  return { secret, prefix: secret.slice(0, PREFIX_LENGTH), hash: hashApiKey(secret) }
}

export function hashApiKey(secret: string): string {
  return createHash('sha256').update(`api-key:${secret}`).digest('base64url')
}

const SHAPE = new RegExp(`^${MARK}[A-Za-z0-9_-]{43}$`)

/** True for what could be a key of ours, without asking whether it is one. */
export const looksLikeApiKey = (secret: string): boolean => SHAPE.test(secret)

/** The key of `Authorization: Bearer …`, or null. */
export function bearerOf(headers: HeaderReader): string | null {
  return /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null
}

/**
 * The system that asks, by its API key, and keeps that the key was used.
 * @throws DomainError `unauthenticated` without a key, and with one that is unknown or revoked.
 */
export async function readKeyActor({ db, now }: Pick<App, 'db' | 'now'>, headers: Headers): Promise<Actor> {
  const secret = bearerOf(headers)
  if (secret === null) {
    throw new DomainError('unauthenticated', 'Send an API key as “Authorization: Bearer …”.')
  }
  const key = await findApiKeyByHash(db, hashApiKey(secret))
  if (!key) throw new DomainError('unauthenticated', 'This API key is unknown or was revoked.')
  await markApiKeyUsed(db, key.id, now())
  return { kind: 'key', id: key.id, name: key.name, scopes: key.scopes }
}
