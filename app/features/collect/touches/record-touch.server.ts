import { v7 as uuidv7 } from 'uuid'
import type { Executor } from '#db/client'
import { findLatestTouch, hasTouches, insertTouch } from '#db/queries/touches'
import type { TouchRow } from '#db/queries/touches'
import type { ChannelTouch } from '#db/schema/trial'
import { DIRECT } from '~/domain/insight/attribution/models'

/** A visit goes on for so long after it was last heard of; until then coming the same way, or directly, is no new one. */
const VISIT_MS = 30 * 60 * 1000

/** Nobody comes so often; whoever seems to is a program, of which no more is kept. */
export const MOST_TOUCHES = 200

const PARTS = [
  'channel',
  'source',
  'medium',
  'campaign',
  'term',
  'content',
  'referrer',
  'clickId',
  'share',
] as const

/**
 * Keeps that a visitor, who agreed to it, came from somewhere. Coming directly never replaces anything: it is a touch of
 * its own, and only when it begins a new visit. The caller holds the visitor or has just made it.
 */
export async function recordTouch(
  tx: Executor,
  { visitorId, touch, at }: { visitorId: string; touch: ChannelTouch; at: Date },
): Promise<void> {
  const latest = await findLatestTouch(tx, visitorId)
  if (latest && (goesOn(latest, touch, at) || (await hasTouches(tx, visitorId, MOST_TOUCHES)))) return
  await insertTouch(tx, { visitorId, id: uuidv7({ msecs: at.getTime() }), at, ...touch })
}

function goesOn(latest: TouchRow, touch: ChannelTouch, at: Date): boolean {
  if (at.getTime() - latest.at.getTime() > VISIT_MS) return false
  if (touch.channel === DIRECT) return true
  return PARTS.every((part) => (latest[part] ?? null) === (touch[part] ?? null))
}
