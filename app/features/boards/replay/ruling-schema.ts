import { z } from 'zod'

export const RULING_REASON_LENGTH = 300

/** The possible rulings: exclude the trial from the boards, count it, or leave it to the signals. */
export const RULINGS = ['flagged', 'cleared', 'none'] as const
export type RulingChoice = (typeof RULINGS)[number]

export const rulingSchema = z.object({
  trial: z.uuid(),
  verdict: z.enum(RULINGS),
  reason: z
    .string()
    .trim()
    .max(RULING_REASON_LENGTH)
    .regex(/^[^\p{Cc}\p{Surrogate}]*$/u)
    .default(''),
})
