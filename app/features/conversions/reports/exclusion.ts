import { DAY_MS } from '~/domain/day'
import { SIMULATED_FLAG } from '~/domain/insight/board-filter'

/**
 * Why boards do not count a stored conversion. `unmatched`: no visitor was found yet. `no-trial`: its visitor had
 * started no trial before it. `before-trial`, `after-window`: outside the conversion window of its trial.
 * `flagged-trial`: its trial is excluded from boards.
 */
export const EXCLUSION_REASONS = [
  'unmatched',
  'no-trial',
  'before-trial',
  'after-window',
  'flagged-trial',
] as const
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number]

/** When a conversion happened, and the trial that it is credited to. */
export interface CreditedTrial {
  at: Date
  trial: { startedAt: Date; flags: readonly string[] } | null
}

/** Why boards exclude a conversion by its trial; null when it counts. */
export function exclusionOf(credit: CreditedTrial | null, windowDays: number): ExclusionReason | null {
  if (!credit) return 'unmatched'
  const { at, trial } = credit
  if (!trial) return 'no-trial'
  const after = at.getTime() - trial.startedAt.getTime()
  if (after < 0) return 'before-trial'
  if (after > windowDays * DAY_MS) return 'after-window'
  return trial.flags.some((flag) => flag !== SIMULATED_FLAG) ? 'flagged-trial' : null
}
