import { z } from 'zod'
import { DomainError } from '~/domain/errors'
import type { CheckFate } from '~/platform/addresses/request-check'
import { requestCheck } from '~/platform/addresses/request-check'
import { verb } from '~/platform/verb/verb'
import { listMyAddresses } from './list-my-addresses.server'

const inputSchema = z.strictObject({ email: z.string().max(254) })

/**
 * Sends one more message to an address that was typed in this browser and is not verified, and gives what became of it.
 * @throws DomainError `not-found` for an address that was not typed here; `rate-limited` when it gets too many
 */
export const sendAgain = verb(
  { permission: 'visitor', input: inputSchema },
  async ({ ctx, input: { email } }): Promise<CheckFate> => {
    const { visitor } = ctx
    const own = await listMyAddresses({ ctx })
    if (!own.some((one) => one.email === email && !one.verified)) {
      throw new DomainError('not-found', 'This address was not given in this browser.')
    }
    const fate = await ctx.db.transaction((tx) => requestCheck(tx, ctx, { visitor, email }))
    if (fate === 'held') {
      throw new DomainError('rate-limited', 'Enough messages for today: look for those that came.')
    }
    return fate
  },
)
