import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefusal } from '~/platform/start-refusal'

/**
 * The secret of this installation when FOYER_SECRET is not set: generated once and stored in a file that only its owner
 * can read, so that sessions and visitor ids survive a restart.
 */
export function keptSecret(dataDirectory: string): string {
  const file = join(dataDirectory, 'secret')
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw unusable(dataDirectory, error)
  }
  try {
    mkdirSync(dataDirectory, { recursive: true })
    const secret = randomBytes(32).toString('base64url')
    writeFileSync(file, secret, { mode: 0o600, flag: 'wx' })
    return secret
  } catch (error) {
    throw unusable(dataDirectory, error)
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined

const unusable = (dataDirectory: string, cause: unknown): StartRefusal =>
  new StartRefusal(
    `Cannot read and write ${dataDirectory}: start Foyer as the user who owns it, or set FOYER_SECRET and DATABASE_URL.`,
    { cause },
  )
