import type { Contribution } from '~/domain/insight/contributions/contribution'
import type { Proportion } from '~/domain/insight/proportion'

/** Something that changed, with what may explain it. */
export interface NamedChange extends Contribution {
  /** The latest revision of the demo that was published since the period before began. */
  revision: { number: number; publishedAt: Date } | null
}

export interface Changes {
  changes: NamedChange[]
  /** The part of all trials that is flagged, where it clearly changed. */
  flagged: Record<'now' | 'before', Proportion> | null
}
