import { z } from 'zod'

export const JUDGE_REASON_LENGTH = 300

/** What a person may say of a trial: keep it off the boards, count it, or leave it to the signals again. */
export const VERDICTS = ['flagged', 'cleared', 'none'] as const
export type Verdict = (typeof VERDICTS)[number]

export const judgeSchema = z.object({
  trial: z.uuid(),
  verdict: z.enum(VERDICTS),
  reason: z
    .string()
    .trim()
    .max(JUDGE_REASON_LENGTH)
    .regex(/^[^\p{Cc}\p{Surrogate}]*$/u)
    .default(''),
})
