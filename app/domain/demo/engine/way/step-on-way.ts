import { offeredEvents, type OfferedEvent } from '../offered-events'
import { isShorter } from './remaining-way'
import { step, type Run } from '../run'
import { remainingWay } from './way'

/**
 * The step after which the remaining way is the shortest, of those that the author's inputs allow now; null where the way is
 * not known, or nothing brings the end nearer. No search: each of them is taken once.
 */
export function stepOnWay(run: Run): OfferedEvent | null {
  const before = remainingWay(run)
  if (!before) return null
  let best: { event: OfferedEvent; way: typeof before } | null = null
  for (const event of offeredEvents(run)) {
    const result = step(run, { type: event.type, data: event.data, at: run.lastAt })
    const way = result.ok ? remainingWay(result.run) : null
    if (way && isShorter(way, best?.way ?? before)) best = { event, way }
  }
  return best?.event ?? null
}
