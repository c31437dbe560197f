import { z } from 'zod'
import { listTrialsOf } from '#db/queries/trials'
import { DomainError } from '~/domain/errors'
import type { Context } from '~/platform/context/context'
import { servedTo } from '~/platform/content/served-content'
import { verb } from '~/platform/verb/verb'

const inputSchema = z.object({ plan: z.string().max(60), trial: z.string().max(60).nullable() })

/** The name of the trial in the address of a checkout. The shop reports it with the purchase as `trial`. */
const TRIAL_PARAMETER = 'foyer_trial'

/**
 * The address where a plan is bought, with the visitor's trial that led there: the one asked for, else the latest.
 * @throws DomainError `not-found` for a plan that cannot be bought without a person
 */
export const findCheckout = verb(
  { permission: 'anyone', input: inputSchema },
  async ({ ctx, input: { plan: id, trial } }): Promise<string> => {
    const table = await servedTo(ctx).published('plans', 'plans')
    const checkout = table?.body.plans.find((plan) => plan.id === id)?.checkout
    if (!checkout) throw new DomainError('not-found', `The plan “${id}” has no checkout.`)
    const url = new URL(checkout)
    const credited = await creditedTrial(ctx, trial)
    if (credited !== null) url.searchParams.set(TRIAL_PARAMETER, credited)
    return url.href
  },
)

/** A trial of this visitor: no other may be credited. */
async function creditedTrial({ db, visitor }: Context, asked: string | null): Promise<string | null> {
  if (!visitor) return null
  const trials = await listTrialsOf(db, visitor.id)
  return (trials.find(({ id }) => id === asked) ?? trials.at(-1))?.id ?? null
}
