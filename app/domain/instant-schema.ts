import { z } from 'zod'
import { instantOf, readInstant } from './day'

/** An instant, as a Date or as a text with its offset. */
export const instantSchema = z.union([
  z.date(),
  z
    .string()
    .max(40)
    .refine((text) => readInstant(text) !== null, 'Write a moment as 2026-11-22T09:30:00Z, with its offset.')
    .transform((text) => instantOf(text)),
])
