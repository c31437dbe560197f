import type { ApiScope } from '~/domain/access/api-scopes'
import { makeKey } from '~/features/keys/make-key.server'
import { expectDocumented } from './documented'
import { asStaff } from './staff'
import type { TestApp } from './test-app'
import type { Answer, TestServer } from './test-server'

export interface ApiClient {
  secret: string
  keyId: string
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
}

/** Another system with its own API key: no browser, no cookies. */
export async function apiClient(
  test: TestApp,
  server: TestServer,
  scopes: ApiScope[] = ['conversions:write'],
): Promise<ApiClient> {
  const { id, secret } = await makeKey({ ctx: asStaff(test, 'admin'), input: { name: 'CRM', scopes } })
  return {
    secret,
    keyId: id,
    call: async (method, path, body, headers = {}) => {
      const response = await fetch(server.origin + path, {
        method,
        headers: {
          authorization: `Bearer ${secret}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      const parsed = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
      const heard = { status: response.status, headers: response.headers, body: parsed }
      expectDocumented({ method, path, ...heard })
      return heard
    },
  }
}
