import { TOLD_AUDIT_ACTIONS } from './audit-actions'

/** What an entry of the audit may tell beside who, what and when. */
export const AUDIT_DETAILS = ['revision', 'from', 'version', 'instead', 'refused'] as const
export type AuditDetail = (typeof AUDIT_DETAILS)[number]

/** Who did it: a person of the company, Foyer by itself, or somebody who visits. */
export type AuditActor = { kind: 'person'; name: string } | { kind: 'system' } | { kind: 'visitor' }

/** One entry of the audit, as the studio's pages get it. */
export interface AuditView {
  id: string
  at: Date
  actor: AuditActor
  action: string
  /** There are words for this action. */
  isKnown: boolean
  data: Record<string, unknown>
  details: AuditDetail[]
  note: string
}

interface Entry {
  id: string
  at: Date
  actorId: string | null
  actorName: string
  action: string
  data: Record<string, unknown>
}

/** Chooses what of an entry is told. */
export function auditView(entry: Entry): AuditView {
  const { id, at, action, data } = entry
  const present: Record<AuditDetail, boolean> = {
    revision: data.revision !== undefined,
    from: data.from !== undefined,
    version: action === 'document.save' && data.draftVersion !== undefined,
    instead: data.instead !== undefined,
    refused: data.refused === true,
  }
  return {
    ...{ id, at, action, data },
    actor: actorOf(entry),
    isKnown: TOLD_AUDIT_ACTIONS.includes(action),
    details: AUDIT_DETAILS.filter((detail) => present[detail]),
    note: typeof data.note === 'string' ? data.note : '',
  }
}

function actorOf({ actorId, actorName, action }: Entry): AuditActor {
  if (actorId !== null) return { kind: 'person', name: actorName }
  return { kind: action === 'visitor.erase' ? 'visitor' : 'system' }
}
