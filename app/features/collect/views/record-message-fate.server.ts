import { v7 as uuidv7 } from 'uuid'
import { insertMessageEvent, listMessageEventsOf } from '#db/queries/page-views'
import { verb } from '~/platform/verb/verb'
import { isRobot } from '~/platform/visitor/is-robot'
import { messageFateSchema } from './schemas'
import { lockSeenVisitor } from './seen-visitor'

/** A message that is shown, clicked or dismissed again so soon is told once. */
const SAME_MS = 30 * 60 * 1000

/** Nobody is shown so many. */
const MOST_EVENTS = 1_000

/** Keeps what became of a message that a visitor who agreed to be recorded was shown. Programs are not kept. */
export const recordMessageFate = verb(
  { permission: 'visitor', input: messageFateSchema },
  async ({ ctx, input: { message, fate } }): Promise<void> => {
    const { visitor } = ctx
    if (!visitor.persistent || isRobot(ctx.client?.userAgent ?? '')) return
    if ((await ctx.content.status('message', message)) !== 'published') return
    const at = ctx.now()
    await ctx.db.transaction(async (tx) => {
      await lockSeenVisitor(tx, visitor, at)
      const told = await listMessageEventsOf(tx, visitor.id, MOST_EVENTS)
      const isSame = told.some(
        (one) => one.message === message && one.fate === fate && at.getTime() - one.at.getTime() < SAME_MS,
      )
      if (isSame || told.length >= MOST_EVENTS) return
      await insertMessageEvent(tx, {
        visitorId: visitor.id,
        id: uuidv7({ msecs: at.getTime() }),
        at,
        message,
        fate,
      })
    })
  },
)
