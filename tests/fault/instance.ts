import { fork } from 'node:child_process'
import { once } from 'node:events'
import { builtProcess } from '#tests/support/built-processes'

/** The application in a separate process, so that it can be killed. */
export interface Instance extends AsyncDisposable {
  origin: string
  /** Kills it at once, like a power cut. */
  kill(): Promise<void>
}

export const FAULT_SECRET = 'fault-test-secret-'.repeat(3)

/** Starts an application on a migrated database. */
export async function startInstance(databaseUrl: string): Promise<Instance> {
  const child = fork(builtProcess('application'), {
    execArgv: ['--enable-source-maps'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      LOG_LEVEL: 'silent',
      PORT: '0',
      DATABASE_URL: databaseUrl,
      FOYER_SECRET: FAULT_SECRET,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  return { origin: `http://127.0.0.1:${port}`, kill, [Symbol.asyncDispose]: kill }
}
