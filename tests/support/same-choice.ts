import { canonicalJson } from '~/domain/json'
import { offeredEvents, plainEvent, type PlainEvent } from '~/domain/demo/engine/offered-events'
import type { Run } from '~/domain/demo/engine/run'

/**
 * The same choice for another run of the demo in the same state: ids in the world come from the seed of a run, so
 * an event is found by its position among those on offer.
 * @throws Error when the two do not offer the same choices
 */
export function sameChoice(from: Run, event: PlainEvent, to: Run): PlainEvent {
  const spelled = canonicalJson(event)
  const rank = offeredEvents(from).findIndex(
    ({ type, data }) => canonicalJson(plainEvent(type, data)) === spelled,
  )
  const choice = offeredEvents(to)[rank]
  if (choice?.type !== event.type) throw new Error(`${event.type} is not on offer in ${to.states.join()}`)
  return plainEvent(choice.type, choice.data)
}
