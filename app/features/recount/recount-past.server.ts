import { verb } from '~/platform/verb/verb'
import { chartRevisions } from './chart-revisions.server'
import { recountTrials } from './recount-trials.server'

/** Recounts past trials by the current rules: first the remaining way of their revisions, then each trial. */
export const recountPast = verb({ permission: 'system' }, async ({ ctx }): Promise<void> => {
  const revisions = await chartRevisions(ctx)
  const trials = await recountTrials(ctx)
  if (revisions + trials > 0) ctx.log.info({ revisions, trials }, 'Past trials were counted again')
})
