import type { PlainEvent } from '../proof/offered-events'

/** An input of a comparison: an event with its moment, in milliseconds since the start. */
export type ComparedInput = PlainEvent & { at: number }
