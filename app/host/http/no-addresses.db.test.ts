import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import type { Sql } from '#db/client'
import { publishDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import { TestBrowser, serveApi } from '#tests/support/test-server'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { createPerson } from '~/features/staff/create-person.server'
import { signIn } from '~/features/staff/sign-in.server'
import { networkAddress, networkKey } from '~/platform/http/network-key'
import { CLIENT_IP_HEADER, createAuth } from '~/platform/sign-in/auth'
import { systemContext } from '~/platform/context/context'
import { createLog } from '~/platform/log'

const ADDRESS = '203.0.113.77'
const LIN = { name: 'Lin', email: 'lin@example.com', password: 'correct horse battery' }

/** Columns of any table in which a text stands, as `table.column`. */
async function columnsWith(sql: Sql, text: string): Promise<string[]> {
  const columns = await sql<{ table: string; column: string }[]>`
    select c.table_name as "table", c.column_name as "column" from information_schema.columns c
    join pg_class on relname = c.table_name and relnamespace = 'public'::regnamespace
    where c.table_schema = 'public' and relkind in ('r', 'p') and not relispartition`
  const found: string[] = []
  for (const { table, column } of columns) {
    const rows = await sql`select 1 from ${sql(table)} where ${sql(column)}::text like ${`%${text}%`} limit 1`
    if (rows.length > 0) found.push(`${table}.${column}`)
  }
  return found
}

test('the address that a request came from is in no table and in no line of the log', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  let lines = ''
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines += chunk.toString()
      done()
    },
  })
  const log = createLog({ logLevel: 'trace' }, { terminal: false, stream })
  const { db } = test.app
  const env = { ...test.app.env, proxies: 1 }
  const app = { ...test.app, log, env, auth: createAuth({ db, env, log }) }
  await using server = await serveApi(app)
  const browser = new TestBrowser(server.origin)
  const from = { 'x-forwarded-for': ADDRESS }
  const wish = { demo: 'request-approval', plan: 'free' }
  const began = await browser.call('POST', '/api/v1/trials', wish, from)
  expect(began.status).toBe(201)
  await browser.call('GET', '/api/v1/demos', undefined, from)
  await browser.call('POST', '/api/v1/trials', '{', from)

  await createPerson({ ctx: systemContext(app, 'test'), input: { ...LIN, roles: ['growth'] } })
  const network = networkAddress(networkKey(ADDRESS, app.now(), env.secret))
  const headers = new Headers({ [CLIENT_IP_HEADER]: network })
  const { email, password } = LIN
  await signIn({ ctx: systemContext(app, 'test'), input: { email, password, headers } })

  expect(lines).toContain('/api/v1/trials')
  expect(lines).not.toContain(ADDRESS)
  expect(await columnsWith(test.app.sql, ADDRESS)).toEqual([])
  const [session] = await test.app.sql`select ip_address from auth_session`
  expect(session).toEqual({ ip_address: null })
  const [trial] = await test.app.sql<{ network: string | null }[]>`select network from trial`
  expect(trial?.network).toMatch(/^[\w-]{43}$/)
})

test('sign-in counts its tries by the name of the network, which is another one the next day', async () => {
  await using test = await createTestApp()
  const { secret } = test.app.env
  const today = networkAddress(networkKey(ADDRESS, new Date('2026-03-02T12:00:00Z'), secret))
  expect(today).toMatch(/^fd[0-9a-f]{2}(:[0-9a-f]{4}){3}::$/)
  expect(networkAddress(networkKey(ADDRESS, new Date('2026-03-02T23:00:00Z'), secret))).toBe(today)
  expect(networkAddress(networkKey(ADDRESS, new Date('2026-03-03T00:00:00Z'), secret))).not.toBe(today)
  expect(networkAddress(networkKey('203.0.113.78', new Date('2026-03-02T12:00:00Z'), secret))).not.toBe(today)
})
