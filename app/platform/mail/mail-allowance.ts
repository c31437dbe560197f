import { createHmac } from 'node:crypto'
import type { Executor } from '#db/client'
import { useAllowance } from '#db/queries/mails'
import { networkKey } from '../http/network-key'
import type { Context } from '../context/context'

/** The daily limits (UTC) of messages for one visitor, one network and one address. */
export const MOST_A_DAY = { visitor: 5, network: 40, address: 5 }

/** How many asks per hour (UTC) the team gets a message for each. */
export const MOST_NOTICES_AN_HOUR = 10

/**
 * How the team is notified of one more ask: by its own message; by one message an hour that says there are more; or not
 * at all once that message was sent. The ask itself is in the inbox.
 */
export async function howToNotify(
  tx: Executor,
  { env, now }: Pick<Context, 'env' | 'now'>,
): Promise<'one' | 'many' | 'not'> {
  const hour = now().toISOString().slice(0, 13)
  const name = createHmac('sha256', `mail-allowance:${env.secret}`).update(`team:${hour}`).digest('base64url')
  const used = await useAllowance(tx, hour.slice(0, 10), name)
  if (used <= MOST_NOTICES_AN_HOUR) return 'one'
  return used === MOST_NOTICES_AN_HOUR + 1 ? 'many' : 'not'
}

/**
 * Whether one more message may be sent; if so, it is counted. The counters have keyed names of that day, which identify
 * nobody and survive an erasure, so that erasing does not reset the limits.
 */
export async function mayMail(
  tx: Executor,
  ctx: Pick<Context, 'client' | 'env' | 'now' | 'visitor'>,
  { purpose, address }: { purpose: string; address: string },
): Promise<boolean> {
  const day = ctx.now().toISOString().slice(0, 10)
  const keyed = (text: string) =>
    createHmac('sha256', `mail-allowance:${ctx.env.secret}`).update(`${day}:${text}`).digest('base64url')
  const counted: [keyof typeof MOST_A_DAY, string][] = [
    ...(ctx.visitor ? [['visitor', ctx.visitor.id] as [keyof typeof MOST_A_DAY, string]] : []),
    ...(ctx.client
      ? [['network', networkKey(ctx.client.address, ctx.now(), ctx.env.secret)] as ['network', string]]
      : []),
    ['address', address],
  ]
  for (const [name, whose] of counted) {
    const used = await useAllowance(tx, day, keyed(`${purpose}:${name}:${whose}`))
    if (used > MOST_A_DAY[name]) return false
  }
  return true
}
