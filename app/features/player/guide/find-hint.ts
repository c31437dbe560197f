import type { Run } from '~/domain/demo/engine/run'
import type { HintedStep } from '../stage/player-machine'

/** Looks no further than this many configurations: a prospect should not wait. */
const MAX_CONFIGURATIONS = 4000

/** The next step on the shortest way to success. The search is loaded when it is first asked for. */
export async function findHint(run: Run): Promise<HintedStep | null> {
  const { nextHint } = await import('~/domain/demo/proof/hint')
  const found = nextHint(run, { maxConfigurations: MAX_CONFIGURATIONS })
  return found && { type: found.type, data: found.data ?? null }
}
