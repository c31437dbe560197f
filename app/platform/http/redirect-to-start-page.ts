import { redirect } from '@remix-run/node'
import type { Permission } from '~/domain/access/permissions'
import type { Context } from '../context/context'
import { isPermitted } from '../context/is-permitted'
import { startPage } from '../sign-in/start-page'

/**
 * For the start page of a face: redirects those without permission to their own start page, instead of refusing them.
 */
export function redirectToStartPage(ctx: Context, permission: Permission): void {
  if (ctx.actor.kind !== 'staff' || isPermitted(ctx, permission)) return
  throw redirect(startPage(ctx.actor.roles))
}
