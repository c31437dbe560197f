import postgres from 'postgres'
import { planDistribution } from './distribution/distribution-plan'
import { readTableFacts } from './distribution/read-table-facts'
import { problemOfStatement } from './distribution/statement-rules'

/** Settings of a test server that remembers every statement it was sent. */
export const REMEMBER_STATEMENTS = [
  'shared_preload_libraries=pg_stat_statements',
  'pg_stat_statements.max=20000',
  'pg_stat_statements.track_utility=off',
]

/**
 * The statements of the whole run that would fail where tables are distributed. `templateUrl` is a migrated database, which
 * says what the tables are; `adminUrl` any database of the server.
 */
export async function listUndistributable(adminUrl: string, templateUrl: string): Promise<string[]> {
  const distributed = await withSql(templateUrl, async (sql) => planDistribution(await readTableFacts(sql)))
  const statements = await withSql(adminUrl, async (sql) => {
    await sql`create extension if not exists pg_stat_statements`
    return sql<{ query: string }[]>`select distinct query from pg_stat_statements`
  })
  return statements.flatMap(({ query }) => {
    const problem = problemOfStatement(query, distributed.distributed)
    return problem ? [`${problem}: ${query}`] : []
  })
}

async function withSql<Result>(url: string, work: (sql: postgres.Sql) => Promise<Result>): Promise<Result> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}
