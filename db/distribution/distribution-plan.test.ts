import { expect, test } from 'vitest'
import { planDistribution } from './distribution-plan'
import type { TableFacts } from './distribution-plan'

const table = (name: string, facts: Partial<TableFacts> = {}): TableFacts => ({
  ...{ name, namesVisitor: true, uniqueKeys: [['visitor_id', 'id']], refersTo: ['visitor'] },
  ...facts,
})

test('tables whose keys hold the visitor are distributed, the visitors first', () => {
  const plan = planDistribution([
    table('ask'),
    table('visitor', { uniqueKeys: [['visitor_id']], refersTo: [] }),
    table('changed', { uniqueKeys: [], refersTo: [] }),
  ])
  expect(plan).toEqual({ distributed: ['visitor', 'ask', 'changed'], reference: [], local: [] })
})

test('a table with one key that lacks the visitor stays local', () => {
  const plan = planDistribution([table('mail', { uniqueKeys: [['visitor_id', 'id'], ['token']] })])
  expect(plan).toEqual({ distributed: [], reference: [], local: ['mail'] })
})

test('a table that may lack its visitor stays local', () => {
  expect(planDistribution([table('mail', { namesVisitor: false })]).local).toEqual(['mail'])
})

test('what distributed tables refer to is kept on every node, and what only others refer to is not', () => {
  const alone = { namesVisitor: false, uniqueKeys: [['id']] }
  const plan = planDistribution([
    table('account_member', { refersTo: ['visitor', 'account'] }),
    table('account', { ...alone, refersTo: ['account'] }),
    table('account_domain', { ...alone, refersTo: ['account'] }),
    table('visitor', { uniqueKeys: [['visitor_id']], refersTo: [] }),
  ])
  expect(plan).toEqual({
    ...{ distributed: ['visitor', 'account_member'], reference: ['account'] },
    local: ['account_domain'],
  })
})
