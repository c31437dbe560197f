import type { SplitWithDocument } from '#db/queries/splits'
import type { SplitMeasure, SplitPlan } from '~/domain/insight/split/split-plan'

/** `overtaken`: another revision was published or the document retired, so that visitors are no longer divided. */
export type SplitState = 'running' | 'overtaken' | 'stopped'

/** A split as pages show it. */
export interface SplitView extends SplitPlan {
  id: string
  name: string
  kind: SplitWithDocument['kind']
  slug: string
  measure: SplitMeasure
  controlNumber: number
  /** Null: the document is hidden. */
  variantNumber: number | null
  state: SplitState
  startedAt: Date
  startedBy: string
  stoppedAt: Date | null
  stoppedBy: string | null
  stopNote: string
}

/** What a page shows of a stored split: all but its salt. */
export function splitView(row: SplitWithDocument): SplitView {
  const { id, name, kind, slug, measure, variantShare, followUpDays, baseline, least } = row
  return {
    ...{ id, name, kind, slug, measure, variantShare, followUpDays, baseline, least },
    ...{ controlNumber: row.controlNumber, variantNumber: row.variantNumber },
    state: row.stoppedAt ? 'stopped' : row.isControlLive ? 'running' : 'overtaken',
    ...{ startedAt: row.startedAt, startedBy: row.startedBy },
    ...{ stoppedAt: row.stoppedAt, stoppedBy: row.stoppedBy, stopNote: row.stopNote },
  }
}
