import { join } from 'node:path'
import { openStore } from '~/host/start/open-store'
import type { Store } from '~/host/start/open-store'
import { parseEnvironment } from '~/platform/environment'
import type { Environment } from '~/platform/environment'
import { readEnvFile } from '../read-env-file.mjs'

/** Where a backup is to be restored: nothing runs there. */
export interface EmptyPlace {
  env: Environment
  store: Store
  /** FOYER_SECRET, where it is set. */
  givenSecret: string | null
  mediaDirectory: string
}

/** Makes no secret: it comes from the backup. */
export async function openEmptyPlace(): Promise<EmptyPlace> {
  readEnvFile()
  const env = parseEnvironment(process.env, () => '')
  return {
    ...{ env, store: await openStore(env, console.error), givenSecret: process.env.FOYER_SECRET || null },
    mediaDirectory: 'directory' in env.media ? env.media.directory : join(env.dataDirectory, 'media'),
  }
}
