import type { PlainEvent } from '../engine/offered-events'

/** An input of a comparison: an event with its time, in milliseconds since the start. */
export type ComparedInput = PlainEvent & { at: number; by?: 'shown' | undefined }
