import { z } from 'zod'
import { defaulted, optional } from '../filter/board-query'

/** The second one may be the ideal path of the first one's plan and role. */
export const IDEAL = 'ideal'

const trialId = z.uuid().nullable().catch(null)

export const comparisonSchema = z.object({
  a: trialId,
  b: z.literal(IDEAL).or(trialId).catch(null),
  /** How the two are paired. Absent: by state, or by time where the demos differ. */
  by: optional(z.enum(['state', 'time'])),
  stop: defaulted(z.coerce.number().int().min(0).max(1_000_000).default(0)),
  /** Which of the two a phone shows. */
  side: defaulted(z.enum(['a', 'b']).default('a')),
})

export type ComparisonQuery = z.infer<typeof comparisonSchema>

/** As parameters of an address, without defaults. */
export function comparisonParams({
  a,
  b,
  by,
  stop,
  side,
}: ComparisonQuery): Record<string, string | undefined> {
  return {
    ...{ a: a ?? undefined, b: b ?? undefined, by },
    stop: stop === 0 ? undefined : String(stop),
    side: side === 'a' ? undefined : side,
  }
}
