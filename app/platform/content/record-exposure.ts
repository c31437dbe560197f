import type { Executor } from '#db/client'
import { insertExposure } from '#db/queries/splits'
import { insertVisitor } from '#db/queries/visitors'
import { isbot } from 'isbot'
import type { DocumentKind } from '~/domain/content/kinds'
import type { Context } from '../context/context'
import { splitSide } from './served-content'

/**
 * Records that the visitor was shown their side of a split document, if they agreed to be remembered. Bots are shown a
 * side, but not counted.
 */
export async function recordExposure(ctx: Context, kind: DocumentKind, slug: string): Promise<void> {
  const { visitor, client, db, shared } = ctx
  if (shared) {
    if (await ctx.content.split(kind, slug)) shared.splits.push({ kind, slug })
    return
  }
  if (!visitor?.persistent || isbot(client?.userAgent ?? '')) return
  if (!(await ctx.content.split(kind, slug))) return
  await db.transaction(async (tx) => {
    await insertVisitor(tx, { visitorId: visitor.id, firstSeenAt: ctx.now(), consent: 'granted' })
    await recordExposureOf(tx, ctx, { kind, slug, visitorId: visitor.id })
  })
}

/** The same for a visitor who is kept anyway, in the transaction that keeps them. */
export async function recordExposureOf(
  tx: Executor,
  { content, now }: Pick<Context, 'content' | 'now'>,
  { kind, slug, visitorId }: { kind: DocumentKind; slug: string; visitorId: string },
): Promise<void> {
  const split = await content.split(kind, slug)
  if (!split) return
  await insertExposure(tx, { visitorId, splitId: split.id, side: splitSide(split, visitorId), at: now() })
}
