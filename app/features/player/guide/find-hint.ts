import type { Run } from '~/domain/demo/engine/run'
import type { HintedStep } from '../stage/player-machine'

/** Limits the search to this many configurations, so that a prospect does not wait. */
const MAX_CONFIGURATIONS = 4000

/** The next step on the shortest way to success. The search code is loaded on first use. */
export async function findHint(run: Run): Promise<HintedStep | null> {
  const { nextHint } = await import('~/domain/demo/proof/hint')
  const found = nextHint(run, { maxConfigurations: MAX_CONFIGURATIONS })
  return found && { type: found.type, data: found.data ?? null }
}
