import { index, integer, jsonb, pgTable, real, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { MediumKind } from '~/domain/content/medium'
import type { Text } from '~/domain/text'
import { instant } from './instant'

/** One stored size of a medium. */
export interface MediumFile {
  /** Its key in the store. */
  key: string
  /** In pixels. */
  width: number
  bytes: number
}

/** A picture, drawing or video of the library. Its content never changes; the files themselves are in the store. */
export const medium = pgTable(
  'medium',
  {
    name: text().primaryKey(),
    kind: text().$type<MediumKind>().notNull(),
    /** The name of the uploaded file. */
    title: text().notNull(),
    alt: jsonb().$type<Text>().notNull(),
    contentHash: text('content_hash').notNull(),
    contentType: text('content_type').notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    /** Of a video. */
    seconds: real(),
    /** From the narrowest to the full size. */
    files: jsonb().$type<MediumFile[]>().notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (table) => [
    uniqueIndex('medium_content_key').on(table.contentHash),
    index('medium_created_idx').on(table.createdAt, table.name),
  ],
)
