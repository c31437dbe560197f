import { redirect } from '@remix-run/node'
import type { Permission } from '~/domain/access/permissions'
import type { Context } from '../context/context'
import { mayDo } from '../context/may-do'
import { firstPage } from '../sign-in/first-page'

/** For the first page of a face: whoever has no right to it is led to their own first page instead of being refused. */
export function leadElsewhere(ctx: Context, permission: Permission): void {
  if (ctx.actor.kind !== 'staff' || mayDo(ctx, permission)) return
  throw redirect(firstPage(ctx.actor.roles))
}
