import { expect, test } from 'vitest'
import { problemOfStatement } from './statement-rules'

const problem = (statement: string) => problemOfStatement(statement, ['trial', 'visitor'])

test('a lock must name one visitor', () => {
  expect(problem('select * from trial where id = $1 for update')).toBe('locks rows of several visitors')
  expect(problem('select * from "trial" where "trial"."id" = $1 for no key update skip locked')).toBe(
    'locks rows of several visitors',
  )
  expect(problem('select * from "trial" where "trial"."visitor_id" = $1 for update')).toBeNull()
})

test('locks of tables that stay whole are free', () => {
  expect(problem('select * from document where id = $1 for update')).toBeNull()
})

test('a recursive query may not read them', () => {
  expect(problem('with recursive a as (select 1) select * from a join trial using (id)')).toBe('is recursive')
  expect(problem('with recursive a as (select 1) select * from a')).toBeNull()
})

test('a list of columns may not select, a condition may', () => {
  expect(problem('select id, (select count(*) from trial where farm = f.id) from farm f')).toBe(
    'selects in its list of columns',
  )
  expect(problem('select id from farm where exists (select from trial where farm = farm.id)')).toBeNull()
  expect(problem('select array(select key from jsonb_each(tasks)) from trial')).toBe(
    'selects in its list of columns',
  )
  expect(problem('select extract($1 from trial.at) from document')).toBeNull()
  expect(problem('select max(at) from (select at from trial) as t')).toBeNull()
})
