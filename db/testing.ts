import { inject } from 'vitest'
import { openDatabase } from './client'
import type { DatabaseHandle } from './client'
import { cloneTemplate, dropDatabase } from './testing-template'

export interface TestDatabase extends DatabaseHandle, AsyncDisposable {
  url: string
}

/**
 * A migrated PostgreSQL database of the caller's own, dropped when disposed of:
 *
 *     await using db = await createTestDatabase()
 *
 * Needs the `integration` project of vitest, so a file named `*.db.test.ts`.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const adminUrl = inject('databaseAdminUrl')
  const { name, url } = await cloneTemplate(adminUrl, inject('databaseTemplate'))
  const handle = openDatabase(url, { max: 4 })
  const close = async () => {
    await handle.close()
    await dropDatabase(adminUrl, name)
  }
  return { ...handle, url, close, [Symbol.asyncDispose]: close }
}
