import { offeredEvents, type OfferedEvent } from '../offered-events'
import { isShorter } from './remaining-way'
import { step, type Run } from '../run'
import { remainingWay } from './way'

/**
 * The step with the shortest remaining way after it, among those that the author's inputs allow now; null where the
 * way is unknown or no step shortens it. No search: each step is tried once.
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
