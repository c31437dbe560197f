import type { DuckDBConnection } from '@duckdb/node-api'

/** Runs `work` in one transaction of the connection: all of it is kept, or nothing. */
export async function inOneTransaction<Result>(
  connection: DuckDBConnection,
  work: () => Promise<Result>,
): Promise<Result> {
  await connection.run('begin transaction')
  try {
    const result = await work()
    await connection.run('commit')
    return result
  } catch (error) {
    await connection.run('rollback').catch(() => {})
    throw error
  }
}

/** Runs `work` on the tables as they are at one moment. Nothing that it makes is kept. */
export async function inPassingTransaction<Result>(
  connection: DuckDBConnection,
  work: () => Promise<Result>,
): Promise<Result> {
  await connection.run('begin transaction')
  try {
    return await work()
  } finally {
    await connection.run('rollback')
  }
}
