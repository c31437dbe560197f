import { expect, test } from 'vitest'
import { getShortestPaths } from 'xstate/graph'

import { PERMISSIONS, type Permission } from '../access/permissions'
import { DOCUMENT_STATUSES } from './kinds'
import { actionsFor, canDo, canTake, DOCUMENT_ACTIONS, documentMachine, next } from './lifecycle'

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
  expect(actionsFor('published', OPERATOR)).toEqual(['edit'])
  expect(actionsFor('published', PUBLISHER)).toEqual(['edit', 'publish', 'schedule', 'roll-back', 'retire'])
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
