import type { ChangedFile } from '~/domain/content/changed-files'

/** A review as its page gets it: moments may have become texts on their way. */
export interface PageReview {
  id: string
  state: 'asked' | 'approved' | 'sent-back' | 'withdrawn'
  note: string
  answer: string
  askedAt: string | Date
  askedByName: string
  decidedAt: string | Date | null
  decidedByName: string | null
  isCurrent: boolean
  isLive: boolean
}

export interface PageSchedule {
  id: string
  action: 'publish' | 'retire'
  state: 'waiting' | 'done' | 'failed' | 'cancelled'
  at: string | Date
  note: string
  createdByName: string
  insteadSlug: string | null
}

export interface PageComment {
  id: string
  file: string
  line: number | null
  quote: string
  words: string
  at: string | Date
  byName: string
  resolvedAt: string | Date | null
  resolvedByName: string | null
}

export interface ShownReviews {
  draftVersion: number
  isChanged: boolean
  fourEyes: boolean
  reviews: PageReview[]
  changes: ChangedFile[] | null
  schedules: PageSchedule[]
  comments: PageComment[]
  files: string[]
}
