import { createContext, useContext } from 'react'

/** A saved segment that boards can be filtered by. */
export interface SegmentName {
  id: string
  name: string
}

/** The saved segments, and those that were removed lately, which an address may still name. */
export interface SegmentNames {
  segments: readonly SegmentName[]
  removedSegments: readonly SegmentName[]
}

const SegmentsContext = createContext<SegmentNames>({ segments: [], removedSegments: [] })

/** Names the segments for the filter of every board on the page. */
export const SegmentsProvider = SegmentsContext.Provider

export const useSegmentNames = (): SegmentNames => useContext(SegmentsContext)
