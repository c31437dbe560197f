import { compileDemo } from '~/domain/demo/engine/compile'
import type { Run } from '~/domain/demo/engine/run'
import { startRun } from '~/domain/demo/engine/run'
import type { Demo } from '~/domain/demo/format/schema'
import type { SampleState } from './gallery-views'

/** Fixed, so that every drawing of a sample is the same: 2 March 2026. */
const STARTED_AT = Date.UTC(2026, 2, 2, 8)

/** The run of a sample before any event. */
export function startSample(demo: Demo, state: SampleState): Run {
  const plan = state === 'free' ? 'free' : 'premium'
  return startRun(compileDemo(demo), { plan, seed: 'gallery', startedAt: STARTED_AT })
}
