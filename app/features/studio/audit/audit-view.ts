import { isAuditAction } from '~/domain/audit/actions'
import type { AuditAction } from '~/domain/audit/actions'
import type { Text } from '~/domain/text'

/** What an audit entry shows besides who, what and when. */
const AUDIT_DETAILS = ['revision', 'from', 'version', 'instead', 'refused'] as const
type AuditDetail = (typeof AUDIT_DETAILS)[number]

/** The actor: a person of the company, Foyer itself, or a visitor. */
type AuditActor = { kind: 'person'; name: string } | { kind: 'system' } | { kind: 'visitor' }

/** One audit entry for the studio's pages. */
export interface AuditView {
  id: string
  at: Date
  actor: AuditActor
  action: string
  /** False when the locale files have no text for this action. */
  isKnown: boolean
  data: Record<string, unknown>
  /** The document's current title. */
  title: Text | null
  details: AuditDetail[]
  note: string
}

interface TitledDocument {
  kind: string
  slug: string
  title: Text | null
}

interface Entry {
  id: string
  at: Date
  actorId: string | null
  actorName: string
  action: string
  data: Record<string, unknown>
}

/** Prepares audit entries for display; `documents` give their titles. */
export function auditViews(entries: Entry[], documents: TitledDocument[]): AuditView[] {
  const titles = new Map(documents.map(({ kind, slug, title }) => [`${kind}/${slug}`, title]))
  return entries.map((entry) => auditView(entry, titles.get(`${entry.data.kind}/${entry.data.slug}`) ?? null))
}

function auditView(entry: Entry, title: Text | null): AuditView {
  const { id, at, action, data } = entry
  const present: Record<AuditDetail, boolean> = {
    revision: data.revision !== undefined,
    from: data.from !== undefined,
    version: action === 'document.save' && data.draftVersion !== undefined,
    instead: data.instead !== undefined,
    refused: data.refused === true,
  }
  return {
    ...{ id, at, action, data, title },
    actor: actorOf(entry),
    isKnown: isAuditAction(action),
    details: AUDIT_DETAILS.filter((detail) => present[detail]),
    note: typeof data.note === 'string' ? data.note : '',
  }
}

/** Actions of people who are not signed in. */
const BY_STRANGERS: readonly AuditAction[] = ['visitor.erase', 'person.sign-in-failed']

function actorOf({ actorId, actorName, action }: Entry): AuditActor {
  if (actorId !== null) return { kind: 'person', name: actorName }
  return { kind: BY_STRANGERS.some((one) => one === action) ? 'visitor' : 'system' }
}
