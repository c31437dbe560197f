import { keptSecret } from '~/host/start/kept-secret'
import { shareStore } from '~/host/start/open-store'
import type { Store } from '~/host/start/open-store'
import { parseEnvironment, SETTINGS } from '~/platform/environment'
import type { Environment } from '~/platform/environment'
import { readEnvFile } from '../read-env-file.mjs'

/** This installation, running or not. */
export interface Installation {
  env: Environment
  store: Store
  /** The environment variables that are set, without the secret, which is stored apart. */
  settings: Record<string, string>
  /** The directory of media; null for a bucket, which whoever runs it backs up. */
  media: string | null
}

export async function openInstallation(): Promise<Installation> {
  readEnvFile()
  const env = parseEnvironment(process.env, keptSecret)
  return {
    env,
    store: await shareStore(env),
    settings: givenSettings(),
    media: 'directory' in env.media ? env.media.directory : null,
  }
}

function givenSettings(): Record<string, string> {
  const names = SETTINGS.filter((name) => name !== 'FOYER_SECRET' && process.env[name])
  return Object.fromEntries(names.map((name) => [name, process.env[name] ?? '']))
}
