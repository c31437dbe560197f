import type { ColumnsReader } from '#db/columns/columns-reader'
import { readRealTrials } from '#db/columns/boards/real-trials'
import { FEWEST_TRIALS, isEnough } from '~/domain/insight/proportion'
import type { SimulatedChoice } from './board-query'

/**
 * Whether simulated trials count. Without a choice they count while there are too few real trials to tell anything, so that a
 * new center's boards are not empty.
 */
export async function resolveSimulated(
  reader: ColumnsReader,
  chosen: SimulatedChoice | undefined,
): Promise<SimulatedChoice> {
  return chosen ?? (isEnough(await readRealTrials(reader, FEWEST_TRIALS)) ? 'out' : 'in')
}
