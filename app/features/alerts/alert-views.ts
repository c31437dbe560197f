import type { Day } from '~/domain/day'
import type { AlertDirection, AlertMeasure } from '~/domain/insight/alerts/alert-measures'
import type { AlertEntryKind, AlertState } from '~/domain/insight/alerts/alert-states'
import type { RangeVerdict } from '~/domain/insight/usual-range'

/** An alert in the reader's language. */
export interface AlertView {
  id: string
  measure: AlertMeasure
  direction: AlertDirection
  state: AlertState
  firstDay: Day
  lastDay: Day
  openedAt: Date
  closedAt: Date | null
  verdict: RangeVerdict
  title: string
  /** The numbers that explain it. */
  text: string
  href: string
  entries: { at: Date; kind: AlertEntryKind; byName: string | null; value: number | null }[]
}

export interface AlertBoard {
  alerts: AlertView[]
  /** Measures that are not watched. */
  off: AlertMeasure[]
  /** The person who asks gets mail. */
  isReader: boolean
  mayManage: boolean
}
