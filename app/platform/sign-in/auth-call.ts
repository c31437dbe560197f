import type { App } from '../context/context'
import { CLIENT_IP_HEADER, authBaseUrl } from './auth'

const FORWARDED = ['cookie', 'user-agent', CLIENT_IP_HEADER]

/**
 * Calls a sign-in endpoint through its HTTP handler, the only place that applies the rate limits. The browser's origin
 * was checked before; here the server makes the request.
 */
export async function callAuth(
  app: Pick<App, 'auth' | 'env'>,
  options: {
    path: '/sign-in/email' | '/sign-out' | '/change-password'
    headers: Headers
    body: Record<string, unknown>
  },
): Promise<Response> {
  const base = authBaseUrl(app.env)
  const headers = new Headers({ 'content-type': 'application/json', origin: base })
  for (const name of FORWARDED) {
    const value = options.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  return app.auth.handler(
    new Request(`${base}/api/auth${options.path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(options.body),
    }),
  )
}
