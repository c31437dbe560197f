import { redirect } from '@remix-run/node'
import type { Permission } from '~/domain/access/permissions'
import type { Context } from '../context/context'
import { mayDo } from '../context/may-do'
import { firstPage } from '../sign-in/first-page'

/**
 * For the start page of a face: redirects those without permission to their own start page, instead of refusing them.
 */
export function leadElsewhere(ctx: Context, permission: Permission): void {
  if (ctx.actor.kind !== 'staff' || mayDo(ctx, permission)) return
  throw redirect(firstPage(ctx.actor.roles))
}
