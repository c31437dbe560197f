import { getNextTransitions, setup, transition, type SnapshotFrom } from 'xstate'

import type { Permission } from '../access/permissions'
import type { DocumentStatus } from './kinds'

/** Everything that can be done to a document. */
export const DOCUMENT_ACTIONS = [
  'edit',
  'submit',
  'withdraw',
  'send-back',
  'publish',
  'schedule',
  'roll-back',
  'retire',
  'restore',
  'delete',
] as const

export type DocumentAction = (typeof DOCUMENT_ACTIONS)[number]

/** The permission that each action needs. */
const NEEDS: Record<DocumentAction, Permission> = {
  edit: 'documents.edit',
  submit: 'documents.edit',
  withdraw: 'documents.edit',
  'send-back': 'documents.publish',
  publish: 'documents.publish',
  schedule: 'documents.publish',
  'roll-back': 'documents.publish',
  retire: 'documents.retire',
  restore: 'documents.publish',
  delete: 'documents.edit',
}

/**
 * The life of a document. Editing a document in review takes it out of review, because the reviewed text is not what
 * would go live. Editing a live document changes its draft, and a review of that draft leaves the document live. Restoring brings the last live revision back; rolling back
 * publishes an older one as a new revision. Only a document that was never published can be deleted.
 */
export const documentMachine = setup({ types: { events: {} as { type: DocumentAction } } }).createMachine({
  id: 'document',
  initial: 'draft',
  states: {
    draft: {
      on: { edit: 'draft', submit: 'in-review', publish: 'published', schedule: 'draft', delete: 'deleted' },
    },
    'in-review': {
      on: {
        edit: 'draft',
        withdraw: 'draft',
        'send-back': 'draft',
        publish: 'published',
        schedule: 'in-review',
        delete: 'deleted',
      },
    },
    published: {
      on: {
        edit: 'published',
        submit: 'published',
        publish: 'published',
        schedule: 'published',
        'roll-back': 'published',
        retire: 'retired',
      },
    },
    retired: {
      on: { edit: 'retired', publish: 'published', restore: 'published', 'roll-back': 'published' },
    },
    deleted: { type: 'final' },
  },
})

/** The status after the action, or null when a document of this status does not take it, or is deleted by it. */
export function next(status: DocumentStatus, action: DocumentAction): DocumentStatus | null {
  if (!canTake(action, status)) return null
  const [{ value }] = transition(documentMachine, at(status), { type: action })
  return value === 'deleted' ? null : value
}

/** True when a document of this status takes the action and the permissions suffice. */
export function canDo(
  action: DocumentAction,
  status: DocumentStatus,
  permissions: readonly Permission[],
): boolean {
  return permissions.includes(NEEDS[action]) && canTake(action, status)
}

/** Every action that these permissions allow on a document of this status, in a fixed order. */
export function actionsFor(status: DocumentStatus, permissions: readonly Permission[]): DocumentAction[] {
  return DOCUMENT_ACTIONS.filter((action) => canDo(action, status, permissions))
}

/** True when a document of this status takes the action, whatever the permissions. */
export function canTake(action: DocumentAction, status: DocumentStatus): boolean {
  return getNextTransitions(at(status)).some((candidate) => candidate.eventType === action)
}

function at(status: DocumentStatus): SnapshotFrom<typeof documentMachine> {
  return documentMachine.resolveState({ value: status })
}
