import { canonicalJson } from '~/domain/json'
import { offeredControls, type Control, type EventData } from '../screen/controls'
import type { Run } from './run'

/** An event as a control would send it. `data` is absent when there is none. */
export type PlainEvent = { type: string; data?: EventData }

/** An event that exploration can send now, with the control that sends it. */
export type OfferedEvent = PlainEvent & { control: Control }

/**
 * Every event that can be sent now with the author's inputs: each form's samples, each list's rows, each button's own
 * data. Controls that would send the same count once. In the order of the screen.
 */
export function offeredEvents(run: Run): OfferedEvent[] {
  return eventsOf(offeredControls(run))
}

/** The events that these controls send with the author's inputs. */
export function eventsOf(controls: readonly Control[]): OfferedEvent[] {
  const seen = new Set<string>()
  const events: OfferedEvent[] = []
  for (const control of controls) {
    for (const sample of control.samples) {
      const event = plainEvent(control.send, sample)
      const key = canonicalJson(event)
      if (seen.has(key)) continue
      seen.add(key)
      events.push({ ...event, control })
    }
  }
  return events
}

/** An event without empty data. */
export function plainEvent(type: string, data: EventData | undefined): PlainEvent {
  return data && Object.keys(data).length > 0 ? { type, data } : { type }
}
