import type { RemarkKind } from '~/domain/trial/remark'

/** What the prospect said at one moment of the trial. */
export interface Remark {
  /** The client's own. */
  id: string
  kind: RemarkKind
  text: string
  state: string
  /** The last event before it; 0 at the start. */
  seq: number
  /** Trial time in milliseconds. */
  at: number
}

/** A remark that was said or changed, or taken back (null). */
export interface RemarkChange {
  trialId: string
  id: string
  remark: Remark | null
}

/** What is said of a trial after changes that the server has not confirmed. */
export function withChanges(said: readonly Remark[], changes: readonly RemarkChange[]): Remark[] {
  const byId = new Map(said.map((one) => [one.id, one]))
  for (const { id, remark } of changes) {
    if (remark) byId.set(id, remark)
    else byId.delete(id)
  }
  return [...byId.values()]
}
