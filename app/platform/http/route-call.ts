import type { AppLoadContext } from '@remix-run/node'
import type { Context } from '../context/context'
import { respond } from './http-errors'
import { requestContext } from '../context/request-context'
import { admit } from '../verb/admit'
import type { Admission } from '../verb/admit'

/** Who can access a route: anyone, anyone signed in, or holders of a permission. */
export type RoutePermission = Exclude<Admission, 'visitor' | 'system'>

/** The arguments of every loader and action. */
export interface RouteCall {
  ctx: Context
  /** The dynamic parts of the address. */
  params: RouteArgs['params']
  url: URL
  headers: Headers
}

export interface RouteArgs {
  request: Request
  params: Record<string, string | undefined>
  context: AppLoadContext
}

/**
 * Creates the request context, checks access, and runs the handler. Errors become the response that the error boundary
 * shows: a refusal with its status, an unreachable database as 503 with Retry-After.
 */
export async function answerRoute<Answer>(
  args: RouteArgs,
  permission: RoutePermission,
  work: (call: RouteCall) => Promise<Answer> | Answer,
): Promise<Answer> {
  const { request, params, context } = args
  try {
    const ctx = await requestContext(args)
    admit(ctx, permission)
    return await work({ ctx, params, url: new URL(request.url), headers: request.headers })
  } catch (error) {
    context.refused = request.method !== 'GET'
    const answer = respond(error, context.requestId)
    if (answer.status >= 500)
      context.app.log.error({ err: error, requestId: context.requestId }, 'A page failed')
    throw answer
  }
}
