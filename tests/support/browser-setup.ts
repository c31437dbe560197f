import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startBuiltServer } from './built-server'

const EMAIL = 'admin@foyer.test'

/**
 * One server for the whole run, with little simulated data. One member of staff is signed in once, which spares the rate
 * limit of sign-in.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const password = randomUUID()
  const server = await startBuiltServer({
    FOYER_ADMIN_EMAIL: EMAIL,
    FOYER_ADMIN_PASSWORD: password,
  })
  const { url, directory } = server
  process.env.FOYER_TEST_URL = url
  process.env.FOYER_TEST_EMAIL = EMAIL
  process.env.FOYER_TEST_PASSWORD = password
  process.env.FOYER_TEST_STAFF = await signInOnce(url, password, join(directory, 'staff.json'))
  return async () => {
    await server[Symbol.asyncDispose]()
  }
}

/** Signs in over HTTP and returns the cookies in the form that browser contexts take. */
async function signInOnce(url: string, password: string, file: string): Promise<string> {
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ email: EMAIL, password }),
  })
  const cookies = answer.headers.getSetCookie().map((line) => {
    const [pair = ''] = line.split(';')
    const [name = '', ...value] = pair.split('=')
    const place = { domain: new URL(url).hostname, path: '/', expires: -1 }
    return { name, value: value.join('='), ...place, httpOnly: true, secure: false, sameSite: 'Lax' }
  })
  if (cookies.length === 0) throw new Error(`Signing in answered ${answer.status} without cookies.`)
  await writeFile(file, JSON.stringify({ cookies, origins: [] }))
  return file
}
