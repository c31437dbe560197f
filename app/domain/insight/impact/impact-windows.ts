import { DAY_MS } from '../../day'

/** A published revision of a demo. */
export interface DatedRevision {
  number: number
  at: Date
  /** Equal for revisions that hold the same. */
  contentHash: string
}

/** One side of a comparison: trials of this revision that began in this stretch of time; `until` is excluded. */
export interface ImpactSide {
  revision: number
  from: Date
  until: Date
}

/** What ends the two stretches: the length that was asked for, the present, or the publish before or after. */
type ImpactLimit = 'asked' | 'now' | 'next' | 'previous'

export interface ImpactWindows {
  before: ImpactSide
  after: ImpactSide
  lengthMs: number
  limit: ImpactLimit
  /** True when both sides get more trials as time passes. */
  canGrow: boolean
}

/**
 * As much time after a publish as before it: at most `days`, no longer than either revision was live. Null for the first
 * revision, which nothing was before. Revisions are in order of their numbers; they went live as they were made.
 */
export function impactWindows(
  revisions: readonly DatedRevision[],
  number: number,
  { days, now }: { days: number; now: Date },
): ImpactWindows | null {
  const index = revisions.findIndex((one) => one.number === number)
  const [previous, own, next] = [revisions[index - 1], revisions[index], revisions[index + 1]]
  if (!previous || !own) return null
  const at = own.at.getTime()
  const stretches: [ImpactLimit, number][] = [
    ['asked', days * DAY_MS],
    ['previous', at - previous.at.getTime()],
    next ? ['next', next.at.getTime() - at] : ['now', now.getTime() - at],
  ]
  const [limit, lengthMs] = stretches.reduce((least, one) => (one[1] < least[1] ? one : least))
  return {
    before: { revision: previous.number, from: new Date(at - lengthMs), until: own.at },
    after: { revision: number, from: own.at, until: new Date(at + lengthMs) },
    lengthMs,
    limit,
    canGrow: limit === 'now',
  }
}

/** The earlier revision that this one holds again, the last of them; null when it is new, or the same as the one before. */
export function rolledBackTo(revisions: readonly DatedRevision[], number: number): number | null {
  const index = revisions.findIndex((one) => one.number === number)
  const hash = revisions[index]?.contentHash
  const same = revisions.slice(0, Math.max(0, index - 1)).filter((one) => one.contentHash === hash)
  return same.at(-1)?.number ?? null
}
