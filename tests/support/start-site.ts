import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { projectPath } from '#db/project-path'
import { builtProcess } from '#tests/support/built-processes'
import type { StaffRole } from '~/domain/access/permissions'

export interface TestSite extends AsyncDisposable {
  origin: string
  /** The cookie of a signed-in person of the role. */
  signIn(role: StaffRole): Promise<string>
}

const SECRET = 'site-of-a-test-'.repeat(3)

/** The built pages and the API in a separate process. A header gives the network of each request. */
export async function startSite(databaseUrl: string): Promise<TestSite> {
  execFileSync(process.execPath, [projectPath('scripts/ensure-built.mjs')], { stdio: 'ignore' })
  const child = fork(builtProcess('site'), {
    execArgv: ['--enable-source-maps'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      LOG_LEVEL: 'silent',
      DATABASE_URL: databaseUrl,
      FOYER_SECRET: SECRET,
      FOYER_PROXIES: '1',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  const origin = `http://127.0.0.1:${port}`
  return {
    origin,
    signIn: async (role) => {
      const answer = await fetch(`${origin}/sign-in`, {
        method: 'POST',
        headers: { Origin: origin },
        body: new URLSearchParams({ email: `${role}@site.example`, password: SECRET.slice(0, 20) }),
        redirect: 'manual',
      })
      const cookie = answer.headers.getSetCookie().find((one) => one.includes('session_token'))
      if (!cookie) throw new Error(`${role} cannot sign in: ${answer.status}`)
      return cookie.split(';')[0] ?? ''
    },
    [Symbol.asyncDispose]: async () => {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}
