/** What an entry of the audit may tell beside who, what and when. */
export const AUDIT_DETAILS = ['revision', 'from', 'version', 'instead', 'refused'] as const
export type AuditDetail = (typeof AUDIT_DETAILS)[number]

/** One entry of the audit, as the studio's pages get it. */
export interface AuditView {
  id: string
  at: Date
  actorName: string
  action: string
  subjectId: string
  data: Record<string, unknown>
  details: AuditDetail[]
  note: string
}

interface Entry {
  id: string
  at: Date
  actorName: string
  action: string
  subjectId: string
  data: Record<string, unknown>
}

/** Chooses what of an entry's data is told. */
export function auditView(entry: Entry): AuditView {
  const { id, at, actorName, action, subjectId, data } = entry
  const present: Record<AuditDetail, boolean> = {
    revision: data.revision !== undefined,
    from: data.from !== undefined,
    version: action === 'document.save' && data.draftVersion !== undefined,
    instead: data.instead !== undefined,
    refused: data.refused === true,
  }
  const note = typeof data.note === 'string' ? data.note : ''
  const details = AUDIT_DETAILS.filter((detail) => present[detail])
  return { id, at, actorName, action, subjectId, data, details, note }
}
