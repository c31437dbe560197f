import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { emailHash } from '~/platform/addresses/email-hash'
import { MIGRATIONS_FOLDER, migrateDatabase } from './migrate'
import { createTestDatabase } from './testing'

/** Takes an empty database to the schema before the migration of this name. */
async function migrateTo(url: string, name: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-migrations-'))
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await cp(MIGRATIONS_FOLDER, folder, { recursive: true })
    const path = join(folder, 'meta', '_journal.json')
    const journal = JSON.parse(await readFile(path, 'utf8')) as { entries: { tag: string }[] }
    const end = journal.entries.findIndex(({ tag }) => tag.endsWith(name))
    await writeFile(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, end) }))
    await sql.unsafe('drop schema public cascade; drop schema drizzle cascade; create schema public')
    await migrate(drizzle(sql), { migrationsFolder: folder })
  } finally {
    await sql.end()
    await rm(folder, { recursive: true })
  }
}

test('contacts that conversions held become asks, and matches by address become unverified', async () => {
  await using db = await createTestDatabase()
  await migrateTo(db.url, '_asks_contacts_and_mail')
  const [visitorId, asked, told] = [uuidv7(), uuidv7(), uuidv7()]
  const email = 'Ann@Alder.example'
  const contact = { name: 'Ann', email, company: 'Alder', message: 'Call me' }
  const { sql } = db
  await sql`insert into visitor (visitor_id) values (${visitorId})`
  await sql`insert into visitor_contact values (${visitorId}, ${emailHash(email)}, now())`
  await sql`
    insert into conversion (visitor_id, id, goal, contact) values (${visitorId}, ${asked}, 'quote', ${sql.json(contact)})`
  await sql`
    insert into conversion (visitor_id, id, goal, source, matched_by, email_hash)
    values (${visitorId}, ${told}, 'purchase', 'api', 'email', ${emailHash(email)})`

  await migrateDatabase(db.url)

  expect(await sql`select * from ask`).toMatchObject([
    { ...contact, id: asked, visitor_id: visitorId, browser_id: visitorId, kind: 'quote', state: 'new' },
  ])
  expect(await sql`select browser_id, domain, verified_at from visitor_contact`).toEqual([
    { browser_id: visitorId, domain: 'alder.example', verified_at: null },
  ])
  expect(await sql`select id, unverified from conversion order by unverified`).toEqual([
    { id: asked, unverified: false },
    { id: told, unverified: true },
  ])
})
