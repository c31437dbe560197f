import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerRoute } from './route-call'
import type { RouteCall, RoutePermission } from './route-call'

/**
 * The loader of a route. The permission is named by the route and asked before anything else is done; the use case asks
 * it again. Errors become answers here, so that a loader has no `try` of its own.
 *
 * ```ts
 * export const loader = defineLoader('documents.read', async ({ ctx, params, url }) => ({
 *   document: await readDocument({ ctx, input: documentOf(params) }),
 * }))
 * ```
 */
export function defineLoader<Answer>(
  permission: RoutePermission,
  load: (call: RouteCall) => Promise<Answer> | Answer,
): (args: LoaderFunctionArgs) => Promise<Answer> {
  return (args) => answerRoute(args, permission, load)
}
