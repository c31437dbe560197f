import type { SegmentGroup } from './segment/segment-rule'

/** What staff save under a name. */
export const SAVED_KINDS = ['funnel', 'segment'] as const
export type SavedKind = (typeof SAVED_KINDS)[number]

/** A funnel as the parameters of its address. */
export type FunnelBody = Record<string, string>

export type SavedBody = FunnelBody | SegmentGroup
