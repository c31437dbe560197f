import { DAY_MS } from '~/domain/day'
import { SIMULATED_FLAG } from '~/domain/insight/board-filter'

/**
 * Why boards do not count a conversion that is kept. `unmatched`: nobody was found, yet. `no-trial`: its visitor began no
 * trial before it. `before-trial`, `after-window`: it lies outside the window of the trial that it is credited to.
 * `flagged-trial`: that trial is left out of boards.
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
export interface Credit {
  at: Date
  trial: { startedAt: Date; flags: readonly string[] } | null
}

/** The reason for which no board counts a conversion by the trial it is credited to; null for one that counts. */
export function exclusionOf(credit: Credit | null, windowDays: number): ExclusionReason | null {
  if (!credit) return 'unmatched'
  const { at, trial } = credit
  if (!trial) return 'no-trial'
  const after = at.getTime() - trial.startedAt.getTime()
  if (after < 0) return 'before-trial'
  if (after > windowDays * DAY_MS) return 'after-window'
  return trial.flags.some((flag) => flag !== SIMULATED_FLAG) ? 'flagged-trial' : null
}
