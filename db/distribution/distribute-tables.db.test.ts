import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { createTestDatabase } from '../testing'
import { distributeTables } from './distribute-tables'
import { planDistribution } from './distribution-plan'
import { isDistributed } from './is-distributed'
import { listNamers, nameRowsOf } from './name-rows'
import { readTableFacts } from './read-table-facts'

test('a database without Citus is refused with one sentence, and nothing is changed', async () => {
  await using database = await createTestDatabase()
  await expect(distributeTables(database.url)).rejects.toMatchObject({
    name: 'DistributionError',
    message: expect.stringContaining('This PostgreSQL has no Citus, and nothing was changed'),
  })
  expect(await database.sql`select from pg_namespace where nspname = 'foyer_distribution'`).toHaveLength(0)
  expect(await isDistributed(database.sql)).toBe(false)
})

test('every table that is erased with its visitor is distributed', async () => {
  await using database = await createTestDatabase()
  const { distributed, reference, local } = planDistribution(await readTableFacts(database.sql))
  expect(distributed[0]).toBe('visitor')
  expect(distributed).toEqual(
    expect.arrayContaining([
      'trial',
      'trial_event',
      'rating',
      'touch',
      'conversion',
      'visitor_contact',
      'account_member',
    ]),
  )
  expect(reference).toContain('account')
  expect(local).toContain('revision')
  expect(distributed.filter((name) => name.startsWith('trial_event_'))).toEqual([])
  const cascading = await database.sql<{ name: string }[]>`
    select distinct conrelid::regclass::text as name from pg_constraint
    where contype = 'f' and conparentid = 0 and confrelid = 'visitor'::regclass`
  expect(distributed).toEqual(expect.arrayContaining(cascading.map(({ name }) => name)))
})

test('triggers for single rows name what the triggers of statements name', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const namers = await listNamers(sql)
  expect(namers).toContainEqual({ table: 'trial', kind: 'trial', visitor: 'visitor_id', id: 'id' })
  expect(namers).toContainEqual({ table: 'rating', kind: 'trial', visitor: 'visitor_id', id: 'trial_id' })
  const [visitor, other, id] = [uuidv7(), uuidv7(), uuidv7()]
  await sql`insert into visitor (visitor_id) values (${visitor}), (${other})`
  const change = async (): Promise<string[]> => {
    await sql`delete from changed`
    await sql`insert into conversion (visitor_id, id, goal) values (${visitor}, ${id}, 'quote')`
    await sql`update conversion set goal = 'order'`
    await sql`update conversion set visitor_id = ${other}`
    await sql`delete from conversion`
    const names = await sql<
      { name: string }[]
    >`select concat_ws(' ', kind, visitor_id, id) as name from changed`
    return names.map(({ name }) => name).sort()
  }
  const byStatement = await change()
  for (const name of ['name_insert', 'name_update', 'name_delete', 'name_old'])
    await sql.unsafe(`drop trigger ${name} on conversion`)
  await sql.unsafe(nameRowsOf(namers.find(({ table }) => table === 'conversion')!))
  expect(await change()).toEqual(byStatement)
})
