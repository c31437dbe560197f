import { requestContext } from '~/platform/context/request-context'
import type { RouteArgs } from '~/platform/http/route-call'
import { listPages } from './list-pages.server'
import type { PageLink } from './list-pages.server'

/** What the frame around the center's pages shows. */
interface CenterFrameData {
  /** Pages written by operators. */
  pages: PageLink[]
  /** Whether the visitor agreed that their page views are kept. */
  recorded: boolean
}

/** The frame renders even while the database is down; it then lacks the pages written by operators. */
export async function readCenterFrame(
  args: Pick<RouteArgs, 'request' | 'context'>,
): Promise<CenterFrameData> {
  try {
    const ctx = await requestContext(args)
    return { pages: await listPages({ ctx }), recorded: ctx.remembers }
  } catch {
    return { pages: [], recorded: false }
  }
}
