import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefusal } from './start-refusal'

/**
 * The secret of this installation when none is given: made once and kept in a file that only its owner may read, so
 * that sessions and visitor ids outlive a restart.
 */
export function keptSecret(dataDirectory: string): string {
  const file = join(dataDirectory, 'secret')
  try {
    mkdirSync(dataDirectory, { recursive: true })
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!isAlreadyThere(error)) {
      throw new StartRefusal(
        `Cannot write to ${dataDirectory}: mend its owner, or set FOYER_SECRET and DATABASE_URL.`,
        { cause: error },
      )
    }
  }
  return readFileSync(file, 'utf8').trim()
}

const isAlreadyThere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST'
