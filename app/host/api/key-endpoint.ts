import type { RequestHandler } from 'express'
import { readKeyActor } from '~/platform/sign-in/api-key'
import type { App } from '~/platform/context/context'
import { endpoint } from './endpoint'
import type { Call } from './endpoint'

/** Like `endpoint`, for other systems: only the API key identifies the caller; cookies are ignored. */
export function keyEndpoint(app: App, answer: (call: Call) => Promise<void>): RequestHandler {
  return endpoint(app, async ({ ctx, ...call }) => {
    call.res.setHeader('WWW-Authenticate', 'Bearer')
    const actor = await readKeyActor(app, call.headers)
    call.res.removeHeader('WWW-Authenticate')
    await answer({ ...call, ctx: { ...ctx, actor, visitor: null } })
  })
}
