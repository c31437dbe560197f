import { z } from 'zod'
import { setResumeHash } from '#db/queries/trials'
import { paths } from '~/paths'
import { hashResumeToken, makeResumeToken } from '~/platform/visitor/resume-token'
import { verb } from '~/platform/verb/verb'
import { ownTrial } from '../own-trial.server'

const inputSchema = z.strictObject({ trial: z.uuid() })

/**
 * Makes a personal link by which this visitor goes on with a trial on another device. A trial has one link: making a new
 * one ends the one before. It is shown once; only its hash is kept.
 *
 * @throws DomainError `not-found` unless the trial is this visitor's.
 */
export const makeResumeLink = verb(
  { permission: 'visitor', input: inputSchema },
  async ({ ctx, input }): Promise<{ token: string; path: string }> => {
    const { visitor } = ctx
    const key = { visitorId: visitor.id, id: input.trial }
    const token = makeResumeToken(key, ctx.now())
    await ctx.db.transaction(async (tx) => {
      await ownTrial(tx, key)
      await setResumeHash(tx, key, hashResumeToken(token))
    })
    return { token, path: paths.resume(token) }
  },
)
