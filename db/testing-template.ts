import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { migrateDatabase } from './migrate'

export interface Template {
  name: string
  url: string
  drop(): Promise<void>
}

/** Creates a migrated database, to be cloned, on the server of `adminUrl`. */
export async function createTemplate(adminUrl: string): Promise<Template> {
  const name = `foyer_template_${randomUUID().replaceAll('-', '')}`
  await runAdmin(adminUrl, (sql) => sql`create database ${sql(name)}`)
  const url = databaseUrl(adminUrl, name)
  await migrateDatabase(url)
  return { name, url, drop: () => dropDatabase(adminUrl, name) }
}

/** Clones a template under a new name and returns its URL. */
export async function cloneTemplate(
  adminUrl: string,
  template: string,
): Promise<{ name: string; url: string }> {
  const name = `foyer_test_${randomUUID().replaceAll('-', '')}`
  // Copying files costs a fifth of what writing each page to the log does.
  await runAdmin(
    adminUrl,
    (sql) => sql`create database ${sql(name)} template ${sql(template)} strategy file_copy`,
  )
  return { name, url: databaseUrl(adminUrl, name) }
}

/** Drops a database together with whatever is still connected to it. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await runAdmin(adminUrl, (sql) => sql`drop database if exists ${sql(name)} with (force)`)
}

function databaseUrl(adminUrl: string, name: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return url.href
}

/** One connection an address, closed by itself when it is not used for a second. */
const admins = new Map<string, postgres.Sql>()

async function runAdmin(
  adminUrl: string,
  statement: (sql: postgres.Sql) => PromiseLike<unknown>,
): Promise<void> {
  const sql = admins.get(adminUrl) ?? postgres(adminUrl, { max: 1, idle_timeout: 1, onnotice: () => {} })
  admins.set(adminUrl, sql)
  await statement(sql)
}
