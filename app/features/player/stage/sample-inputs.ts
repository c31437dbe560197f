import type { EventData } from '~/domain/demo/screen/controls'
import { offeredControls } from '~/domain/demo/screen/controls'
import type { Run } from '~/domain/demo/engine/run'

/** The first example of every form on screen, by the id of its submit action. */
export function sampleInputs(run: Run): Record<string, EventData> {
  const samples: Record<string, EventData> = {}
  for (const control of offeredControls(run)) {
    const sample = control.samples[0]
    if (control.kind === 'form' && sample) samples[control.id] = sample
  }
  return samples
}
