import { runSchedule } from '~/features/studio/schedule/run-schedule.server'
import { systemContext } from '~/platform/context/context'
import type { App } from '~/platform/context/context'
import { repeatWork } from './repeat-work'

const PAUSE_MS = 5_000

/** Does what is scheduled for documents, a few seconds after its moment at most. Instances share the work. */
export function startScheduleJob(app: App, { pauseMs = PAUSE_MS } = {}): { stop(): Promise<void> } {
  const workOnce = () => runSchedule({ ctx: systemContext(app, 'schedule') })
  return repeatWork(app, { workOnce, pauseMs, failure: 'A schedule could not be kept' })
}
