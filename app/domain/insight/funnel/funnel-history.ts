import { z } from 'zod'
import { readInstant } from '~/domain/day'

const name = z.string().min(1).max(200)

/** Something that a visitor did at an instant. The order of the list settles nothing but which of two equals is named first. */
const historyEvent = z.strictObject({
  visitor: name,
  at: z
    .string()
    .refine((text) => readInstant(text) !== null, 'Write a moment as 2026-11-22T09:30:00Z, with its offset')
    .transform((text) => readInstant(text) ?? 0),
  event: name,
  props: z.record(z.string(), z.json()).default({}),
})

export const funnelHistorySchema = z.array(historyEvent)

/** `at` in milliseconds since the epoch. */
export type FunnelEvent = z.output<typeof historyEvent>

/** What an event may be chosen or grouped by. */
export type PropValue = string | number | boolean

/** The value of a property; null when it is missing, empty, a list or an object. */
export function propOf({ props }: FunnelEvent, prop: string): PropValue | null {
  const value = Object.hasOwn(props, prop) ? props[prop] : null
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  return plain && value !== '' ? value : null
}
