import { v7 as uuidv7 } from 'uuid'
import { countViewsOf, findLatestView, insertPageView } from '#db/queries/page-views'
import { pageOf } from '~/domain/page-of'
import type { ViewedPage } from '~/domain/page-of'
import type { Context } from '~/platform/context/context'
import { verb } from '~/platform/verb/verb'
import { isRobot } from '~/platform/visitor/is-robot'
import { viewSchema } from './schemas'
import { lockSeenVisitor } from './seen-visitor'

/** The same page again so soon, with no other between, is the same view: it was reloaded, or told twice. */
const SAME_MS = 30 * 60 * 1000

/** Nobody looks at so many pages; whoever seems to is a program, of which no more is kept. */
export const MOST_VIEWS = 2_000

/**
 * Keeps that a visitor who agreed to be recorded looked at a page, and makes them known. A path that is no page, or a document
 * that is not published, is nothing to look at.
 */
export const recordView = verb(
  { permission: 'visitor', input: viewSchema },
  async ({ ctx, input: { path } }): Promise<void> => {
    const { visitor } = ctx
    const page = pageOf(path)
    if (!visitor.persistent || !page || !(await isPublished(ctx, page))) return
    const at = ctx.now()
    const bot = isRobot(ctx.client?.userAgent ?? '')
    await ctx.db.transaction(async (tx) => {
      await lockSeenVisitor(tx, visitor, at)
      const latest = await findLatestView(tx, visitor.id)
      const isSame = latest?.route === page.route && latest.document === page.document
      if (latest && isSame && at.getTime() - latest.at.getTime() < SAME_MS) return
      if ((await countViewsOf(tx, visitor.id)) >= MOST_VIEWS) return
      await insertPageView(tx, {
        visitorId: visitor.id,
        id: uuidv7({ msecs: at.getTime() }),
        at,
        ...page,
        bot,
      })
    })
  },
)

const KINDS = { demo: 'demo', compare: 'demo', 'help-post': 'help', page: 'page' } as const

async function isPublished(
  { content }: Context,
  { route, document }: { route: ViewedPage; document: string | null },
): Promise<boolean> {
  if (document === null) return true
  const kind = route in KINDS ? KINDS[route as keyof typeof KINDS] : null
  return kind !== null && (await content.status(kind, document)) === 'published'
}
