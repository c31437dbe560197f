import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'

/** The condition that a column of texts contains what is searched for. The oracle is `isTextFound`. */
export const containsText = (column: SQL, search: string): SQL =>
  sql`(${column} <> '' and contains(${folded(column)}, ${folded(sql`${search}`)}))`

const folded = (text: SQL): SQL => sql`strip_accents(lower(nfc_normalize(${text})))`
