import type { Database, Executor } from '#db/client'

/** Does the work in a transaction that is rolled back, and gives what it would have come to. Nothing is kept. */
export async function dryRun<Result>(db: Database, work: (tx: Executor) => Promise<Result>): Promise<Result> {
  try {
    await db.transaction(async (tx) => {
      throw new RolledBack(await work(tx))
    })
  } catch (error) {
    if (error instanceof RolledBack) return error.result as Result
    throw error
  }
  throw new Error('A dry run was not rolled back.')
}

class RolledBack extends Error {
  constructor(readonly result: unknown) {
    super('Nothing of a dry run is kept.')
  }
}
