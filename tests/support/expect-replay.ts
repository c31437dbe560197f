import { expect } from 'vitest'
import { listEvents } from '#db/queries/trial-events'
import { findTrial } from '#db/queries/trials'
import type { TrialKey, TrialRow } from '#db/queries/trials'
import { canonicalRun, replay } from '~/domain/demo/engine/replay'
import { summarize } from '~/domain/trial/summary'
import { paceOf, runStartOf } from '~/features/collect/events/live-run.server'
import { progressColumns } from '~/features/collect/trials/trial-progress'
import type { App } from '~/platform/context/context'

/**
 * Asserts that the stored trial equals the result of replaying its stored trace, and that the snapshot of each
 * instance at that event, if any, is the same run. `flags` are the trial's initial flags. Returns the trial.
 */
export async function expectReplay(
  apps: App | App[],
  key: TrialKey,
  flags: string[] = [],
): Promise<TrialRow> {
  const instances = Array.isArray(apps) ? apps : [apps]
  const [app] = instances
  if (!app) throw new Error('no app')
  const trial = await findTrial(app.db, key)
  if (!trial) throw new Error('the trial is gone')
  const trace = await listEvents(app.db, key)
  expect(trace.map(({ seq }) => seq)).toEqual(trace.map((_, index) => index + 1))
  const compiled = await app.trials.compiled(trial.revisionId)
  const ways = await app.trials.ways(trial.revisionId, trial.plan, trial.role)
  const { run, refused } = replay(compiled, { ...runStartOf(trial), ways }, trace)
  expect(refused).toBeUndefined()
  const activeMs = trace.reduce((sum, event) => sum + event.activeMs, 0)
  expect(trial).toMatchObject({
    ...progressColumns(summarize(run, { activeMs, wallMs: trial.wallMs }), trial.startedAt),
    lastSeq: trace.length,
    flags: [...flags, ...(paceOf(trial, trace).impossible ? ['impossible-speed'] : [])],
  })
  for (const { trials } of instances) {
    const live = trials.recall(trial.id)
    if (live?.seq === trial.lastSeq) expect(canonicalRun(live.run)).toBe(canonicalRun(run))
  }
  return trial
}
