import { z } from 'zod'
import { findAsk } from '#db/queries/asks'
import type { ListedAsk } from '#db/queries/asks'
import { listContactsOf } from '#db/queries/contacts'
import { listPeople } from '#db/queries/people'
import { listTrialsOf } from '#db/queries/trials'
import { isAllowed } from '~/domain/access/permissions'
import { DomainError } from '~/domain/errors'
import { emailHash } from '~/platform/addresses/email-hash'
import { verb } from '~/platform/verb/verb'

const inputSchema = z.strictObject({ id: z.uuid() })

/** A trial of whoever asks. */
export interface TriedDemo {
  id: string
  demo: string
  plan: string
  startedAt: Date
  score: number | null
  outcome: 'success' | 'other' | null
}

export interface ReadAsk {
  ask: Omit<ListedAsk, 'visitorId' | 'browserId'>
  /** Whether the address was shown to be theirs. */
  isVerified: boolean
  /** What was tried, the newest first. */
  tried: TriedDemo[]
  /** Who may be asked to answer. */
  people: { id: string; name: string }[]
}

const MOST_TRIED = 20

/** One ask with what its prospect tried. @throws DomainError `not-found` */
export const readAsk = verb(
  { permission: 'asks.read', input: inputSchema },
  async ({ ctx, input }): Promise<ReadAsk> => {
    const found = await findAsk(ctx.db, input.id)
    if (!found) throw new DomainError('not-found', 'There is no such request.')
    const { visitorId, browserId: _browserId, ...ask } = found
    const contacts = await listContactsOf(ctx.db, visitorId)
    const hash = emailHash(ask.email)
    const trials = (await listTrialsOf(ctx.db, visitorId)).reverse().slice(0, MOST_TRIED)
    return {
      ask,
      isVerified: contacts.some((one) => one.emailHash === hash && one.verifiedAt !== null),
      tried: trials.map(({ id, demoSlug: demo, plan, startedAt, score, outcome }) => ({
        ...{ id, demo, plan, startedAt, score, outcome },
      })),
      people: (await listPeople(ctx.db))
        .filter(({ roles }) => isAllowed(roles, 'asks.answer'))
        .map(({ id, name }) => ({ id, name })),
    }
  },
)
