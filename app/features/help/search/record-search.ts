import { v7 as uuidv7 } from 'uuid'
import {
  countSearch,
  countSearchClick,
  countSearchedOn,
  countSearchesOf,
  findRecentSearch,
  insertHelpSearch,
  updateHelpSearch,
} from '#db/queries/help-searches'
import { lockVisitor } from '#db/queries/visitors'
import { dayOf } from '~/domain/insight/time-zone'
import type { Context } from '~/platform/context/context'
import { workspaceTimeZone } from '~/platform/context/workspace-settings'
import { isRobot } from '~/platform/visitor/is-robot'

/** The same search again so soon is the same one: a page was reloaded, or its reader came back to it. */
const SAME_MS = 30 * 60 * 1000

/** Nobody searches so often. */
const MOST_OF_VISITOR = 500
/** Different searches of nobody in particular that are counted of one day. */
const MOST_OF_DAY = 2_000

/**
 * Records a search: with the visitor for one who agreed to be recorded and is known, else as a count of the day. Programs are
 * not counted.
 */
export async function recordSearch(
  ctx: Context,
  { query, hits }: { query: string; hits: number },
): Promise<void> {
  if (isRobot(ctx.client?.userAgent ?? '')) return
  const { locale, visitor } = ctx
  const at = ctx.now()
  if (visitor?.persistent && (await recordOfVisitor(ctx, visitor.id, { query, hits }))) return
  const day = dayOf(at, await workspaceTimeZone(ctx))
  if ((await countSearchedOn(ctx.db, day)) >= MOST_OF_DAY) return
  await countSearch(ctx.db, { id: uuidv7(), day, query, locale, unanswered: hits === 0 })
}

/** False when the visitor is not known. */
async function recordOfVisitor(
  ctx: Context,
  visitorId: string,
  { query, hits }: { query: string; hits: number },
): Promise<boolean> {
  const { locale } = ctx
  const at = ctx.now()
  return ctx.db.transaction(async (tx) => {
    if (!(await lockVisitor(tx, visitorId))) return false
    const since = new Date(at.getTime() - SAME_MS)
    const same = await findRecentSearch(tx, { visitorId, query, locale, since })
    if (same !== null) await updateHelpSearch(tx, { visitorId, id: same }, { hits })
    else if ((await countSearchesOf(tx, visitorId)) < MOST_OF_VISITOR) {
      const id = uuidv7({ msecs: at.getTime() })
      await insertHelpSearch(tx, { visitorId, id, at, query, locale, hits })
    }
    return true
  })
}

/** Records that a post was opened from what a search found. */
export async function recordSearchClick(
  ctx: Context,
  { query, slug }: { query: string; slug: string },
): Promise<void> {
  if (isRobot(ctx.client?.userAgent ?? '')) return
  const { db, locale, visitor } = ctx
  const since = new Date(ctx.now().getTime() - SAME_MS)
  const own = visitor?.persistent
    ? await findRecentSearch(db, { visitorId: visitor.id, query, locale, since })
    : null
  if (visitor && own !== null) {
    return updateHelpSearch(db, { visitorId: visitor.id, id: own }, { clicked: slug })
  }
  const day = dayOf(ctx.now(), await workspaceTimeZone(ctx))
  await countSearchClick(db, { day, query, locale })
}
