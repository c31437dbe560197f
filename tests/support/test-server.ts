import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Router } from 'express'
import { createApi } from '~/host/api/api'
import type { Limits } from '~/host/api/rate-limit'
import type { App } from '~/platform/context/context'
import { createWeb } from '~/host/http/web'
import { expectDocumented } from './documented'

export interface TestServer extends AsyncDisposable {
  origin: string
}

/** The HTTP side of an app without its pages, on a separate port. */
export async function serveApi(app: App, limits?: Limits): Promise<TestServer> {
  const web = createWeb({
    app,
    api: createApi(app, limits),
    pages: { files: Router(), routes: Router(), reading: null },
    accepting: () => true,
  })
  const server = createServer(web)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { origin: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: close }
}

export interface Answer {
  status: number
  headers: Headers
  body: Record<string, unknown>
}

/**
 * A browser as the API sees it: it keeps its cookie and says where it comes from. Every response is checked
 * against the OpenAPI document.
 */
export class TestBrowser {
  cookie = ''

  constructor(private readonly origin: string) {}

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(this.origin + path, {
      method,
      headers: {
        origin: this.origin,
        ...(this.cookie && { cookie: this.cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const [set] = response.headers.getSetCookie()
    if (set) this.cookie = set.split(';')[0] ?? ''
    const text = await response.text()
    const parsed = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
    const heard = { status: response.status, headers: response.headers, body: parsed }
    expectDocumented({ method, path, ...heard })
    return heard
  }
}
