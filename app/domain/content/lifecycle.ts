import { getNextTransitions, initialTransition, setup, transition, type SnapshotFrom } from 'xstate'

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

/** What each step asks of the person who takes it. */
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
 * The life of a document. Editing what is in review takes it out of review, because what was read is no longer what would
 * go live. Editing a live document changes its draft beside it. Restoring brings the last live revision back; rolling back
 * publishes an older one as a new revision. Only what was never published is deleted.
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

/** The status after the action, or null when a document that stands there does not take it, or is deleted by it. */
export function next(status: DocumentStatus, action: DocumentAction): DocumentStatus | null {
  if (!canTake(action, status)) return null
  const [{ value }] = transition(documentMachine, at(status), { type: action })
  return value === 'deleted' ? null : value
}

/** True when the document takes the action where it stands and the permissions suffice. */
export function canDo(
  action: DocumentAction,
  status: DocumentStatus,
  permissions: readonly Permission[],
): boolean {
  return permissions.includes(NEEDS[action]) && canTake(action, status)
}

/** Every action that these permissions allow on a document that stands there, in a fixed order. */
export function actionsFor(status: DocumentStatus, permissions: readonly Permission[]): DocumentAction[] {
  return DOCUMENT_ACTIONS.filter((action) => canDo(action, status, permissions))
}

/** True when a document that stands there takes the action, whoever asks for it. */
export function canTake(action: DocumentAction, status: DocumentStatus): boolean {
  return getNextTransitions(at(status)).some((candidate) => candidate.eventType === action)
}

function at(status: DocumentStatus): SnapshotFrom<typeof documentMachine> {
  const [initial] = initialTransition(documentMachine)
  return initial.value === status ? initial : documentMachine.resolveState({ value: status })
}
