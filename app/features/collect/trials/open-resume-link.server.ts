import { z } from 'zod'
import { countTrialsOf, findTrial } from '#db/queries/trials'
import { DomainError } from '~/domain/errors'
import { isResumeToken, readResumeToken } from '~/platform/visitor/resume-token'
import { verb } from '~/platform/verb/verb'

const inputSchema = z.strictObject({ token: z.string().max(200) })

export interface OpenedResumeLink {
  /** Whom this browser is from now on: the route sets the visitor cookie, for as long as this browser agreed to. */
  visitorId: string
  trialId: string
  /** How many trials this browser would no longer reach, being known as another visitor now. */
  leaves: number
}

/**
 * Who may go on with which trial by a resume link.
 *
 * @throws DomainError `not-found` for a link that is unknown, replaced, too old, or whose visitor was erased.
 */
export const openResumeLink = verb(
  { permission: 'anyone', input: inputSchema },
  async ({ ctx, input: { token } }): Promise<OpenedResumeLink> => {
    const key = readResumeToken(token, ctx.now())
    const trial = key && (await findTrial(ctx.db, key))
    if (!trial || !isResumeToken(token, trial.resumeHash)) {
      throw new DomainError('not-found', 'This link is not valid any more.')
    }
    const { visitor } = ctx
    const isOther = visitor !== null && visitor.id !== trial.visitorId
    const leaves = isOther ? await countTrialsOf(ctx.db, visitor.id) : 0
    return { visitorId: trial.visitorId, trialId: trial.id, leaves }
  },
)
