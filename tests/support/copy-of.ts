import { readerOver, type ColumnsReader } from '#db/columns/columns-reader'
import { makeFirstCopy } from '#db/columns/copy/make-first-copy'
import { openColumns } from '#db/columns/open-columns'
import type { Sql } from '#db/client'

const WATERMARK_MS = 1_000

/** A reader of a columnar copy of everything that a database holds. */
export async function copyOf({ sql }: { sql: Sql }): Promise<ColumnsReader & Disposable> {
  const columns = await openColumns()
  await makeFirstCopy(columns.connection, sql, { watermarkMs: WATERMARK_MS })
  const dispose = () => columns[Symbol.dispose]()
  return { ...readerOver(columns.connection, WATERMARK_MS), [Symbol.dispose]: dispose }
}
