import { createHash, randomBytes } from 'node:crypto'
import { findApiKeyByHash, markApiKeyUsed } from '#db/queries/api-keys'
import { DomainError } from '~/domain/errors'
import type { HeaderReader } from '../http/request-headers'
import type { Actor, App } from '../context/context'

const MARK = 'foyer_'
const SECRET_BYTES = 32
/** The visible part of a key: the prefix and five of the secret's 43 characters. */
const PREFIX_LENGTH = MARK.length + 5

export interface NewApiKey {
  /** Shown once, never kept. */
  secret: string
  prefix: string
  hash: string
}

/** An unguessable key. A plain hash of it is enough, as its secret cannot be guessed by trying. */
export function newApiKey(): NewApiKey {
  const secret = MARK + randomBytes(SECRET_BYTES).toString('base64url')
  return { secret, prefix: secret.slice(0, PREFIX_LENGTH), hash: hashApiKey(secret) }
}

export function hashApiKey(secret: string): string {
  return createHash('sha256').update(`api-key:${secret}`).digest('base64url')
}

const SHAPE = new RegExp(`^${MARK}[A-Za-z0-9_-]{43}$`)

/** True for a text in the format of our keys, without looking it up. */
export const looksLikeApiKey = (secret: string): boolean => SHAPE.test(secret)

/** The key of `Authorization: Bearer …`, or null. */
export function bearerOf(headers: HeaderReader): string | null {
  return /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null
}

/**
 * The calling system by its API key; records when the key was used.
 * @throws DomainError `unauthenticated` when the key is missing, unknown or revoked
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
