import type { SavedBody, SavedKind } from '~/domain/insight/saved-query'

/** A saved funnel or segment. */
export interface SavedQuery {
  id: string
  kind: SavedKind
  name: string
  body: SavedBody
  version: number
  changedAt: Date
  changedBy: string
  removedAt: Date | null
}

export interface SavedList {
  /** By name. */
  saved: SavedQuery[]
  /** The latest first. */
  removed: SavedQuery[]
}

export interface SavedVersion {
  version: number
  name: string
  body: SavedBody
  at: Date
  by: string
}
