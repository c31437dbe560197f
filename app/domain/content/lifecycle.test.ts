import { expect, test } from 'vitest'
import { getShortestPaths } from 'xstate/graph'

import { PERMISSIONS, type Permission } from '../access/permissions'
import { DOCUMENT_STATUSES } from './kinds'
import {
  actionsFor,
  canDo,
  canTake,
  DOCUMENT_ACTIONS,
  documentMachine,
  next,
  type DocumentAction,
} from './lifecycle'

const OPERATOR: Permission[] = ['documents.read', 'documents.edit']
const PUBLISHER: Permission[] = [...OPERATOR, 'documents.publish', 'documents.retire']

test('a document goes from draft through review to published, retired and back', () => {
  expect(next('draft', 'submit')).toBe('in-review')
  expect(next('in-review', 'publish')).toBe('published')
  expect(next('published', 'retire')).toBe('retired')
  expect(next('retired', 'restore')).toBe('published')
  expect(next('published', 'roll-back')).toBe('published')
})

test('editing what is in review takes it out of review, editing what is live leaves it live', () => {
  expect(next('in-review', 'edit')).toBe('draft')
  expect(next('published', 'edit')).toBe('published')
  expect(next('retired', 'edit')).toBe('retired')
})

test('actions that do not fit the status are not taken', () => {
  expect(next('draft', 'retire')).toBeNull()
  expect(next('draft', 'roll-back')).toBeNull()
  expect(next('published', 'restore')).toBeNull()
  expect(next('retired', 'schedule')).toBeNull()
  expect(canDo('retire', 'draft', PERMISSIONS)).toBe(false)
})

test('only a document that was never published can be deleted', () => {
  const deletable = DOCUMENT_STATUSES.filter((status) => canTake('delete', status))
  expect(deletable).toEqual(['draft', 'in-review'])
  expect(next('draft', 'delete')).toBeNull()
})

test('an operator writes and submits, a publisher makes live and retires, nobody without permission does anything', () => {
  expect(actionsFor('draft', OPERATOR)).toEqual(['edit', 'submit', 'delete'])
  expect(actionsFor('in-review', OPERATOR)).toEqual(['edit', 'withdraw', 'delete'])
  expect(actionsFor('published', OPERATOR)).toEqual(['edit', 'submit'])
  expect(actionsFor('published', PUBLISHER)).toEqual([
    'edit',
    'submit',
    'publish',
    'schedule',
    'roll-back',
    'retire',
  ])
  expect(actionsFor('retired', PUBLISHER)).toEqual(['edit', 'publish', 'roll-back', 'restore'])
  expect(DOCUMENT_STATUSES.flatMap((status) => actionsFor(status, []))).toEqual([])
})

test('every status is reached, and every action is taken somewhere', () => {
  const paths = getShortestPaths(documentMachine, {
    events: DOCUMENT_ACTIONS.map((type) => ({ type })),
    serializeState: (snapshot) => JSON.stringify(snapshot.value),
    limit: 100,
  })
  expect(paths.map((path) => path.state.value).sort()).toEqual([...DOCUMENT_STATUSES, 'deleted'].sort())
  const taken = DOCUMENT_ACTIONS.filter((action) =>
    DOCUMENT_STATUSES.some((status) => canTake(action, status)),
  )
  expect(taken).toEqual([...DOCUMENT_ACTIONS])
})

test.each([
  ['draft', 'edit draft, submit in-review, publish published, schedule draft, delete null'],
  [
    'in-review',
    'edit draft, withdraw draft, send-back draft, publish published, schedule in-review, delete null',
  ],
  [
    'published',
    'edit published, submit published, publish published, schedule published, roll-back published, retire retired',
  ],
  ['retired', 'edit retired, publish published, roll-back published, restore published'],
] as const)(
  'what is %s takes these actions and no other, and stands there afterwards',
  (status, expected) => {
    const taken = DOCUMENT_ACTIONS.filter((action) => canTake(action, status))
    expect(taken.map((action) => `${action} ${next(status, action)}`).join(', ')).toBe(expected)
  },
)

const NEEDED: Record<DocumentAction, Permission> = {
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

test.each(DOCUMENT_ACTIONS)('%s needs one permission, and every other one is not enough', (action) => {
  const others = PERMISSIONS.filter((permission) => permission !== NEEDED[action])
  const where = DOCUMENT_STATUSES.filter((status) => canTake(action, status))
  expect(where.map((status) => canDo(action, status, [NEEDED[action]]))).toEqual(where.map(() => true))
  expect(where.map((status) => canDo(action, status, others))).toEqual(where.map(() => false))
})
