import type { App } from '~/platform/context/context'
import { chartRevisions } from './chart-revisions.server'
import { recountTrials } from './recount-trials.server'

/** Brings trials of the past to how trials are counted at present: first the remaining way of their revisions, then each trial. */
export async function recountPast(
  app: Pick<App, 'db' | 'inspector' | 'trials' | 'content' | 'log'>,
): Promise<void> {
  const revisions = await chartRevisions(app)
  const trials = await recountTrials(app)
  if (revisions + trials > 0) app.log.info({ revisions, trials }, 'Past trials were counted again')
}
