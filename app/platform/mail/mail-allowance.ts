import { createHmac } from 'node:crypto'
import type { Executor } from '#db/client'
import { useAllowance } from '#db/queries/mails'
import { networkKey } from '../http/network-key'
import type { Context } from '../context/context'

/** Messages that one visitor, one network and one address may cause or get on one day (UTC). */
export const MOST_A_DAY = { visitor: 5, network: 40, address: 5 }

/** Messages of one hour (UTC) that tell the team of one ask each. */
export const MOST_TOLD_AN_HOUR = 10

/**
 * How the team is told of one more ask: by a message of its own, by one that says there are more than that, once an hour,
 * or not, as that message went before. The ask itself is in the inbox.
 */
export async function howToTell(
  tx: Executor,
  { env, now }: Pick<Context, 'env' | 'now'>,
): Promise<'one' | 'many' | 'not'> {
  const hour = now().toISOString().slice(0, 13)
  const name = createHmac('sha256', `mail-allowance:${env.secret}`).update(`team:${hour}`).digest('base64url')
  const used = await useAllowance(tx, hour.slice(0, 10), name)
  if (used <= MOST_TOLD_AN_HOUR) return 'one'
  return used === MOST_TOLD_AN_HOUR + 1 ? 'many' : 'not'
}

/**
 * Whether one more message may be sent, counting it where it may not exceed anything. The names under which it is counted
 * are keyed and of that day, so that they tell nobody and outlive an erasure: who is erased is not mailed anew at will.
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
