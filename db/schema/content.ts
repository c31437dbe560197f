import { sql } from 'drizzle-orm'
import {
  index,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { DocumentFiles, DocumentKind, DocumentStatus } from '~/domain/content/kinds'
import type { TranslationBasis } from '~/domain/content/texts/outdated'
import { instant } from './instant'

/** One item of content. The draft lives here and is saved by compare-and-set on `draftVersion`. */
export const document = pgTable(
  'document',
  {
    id: uuid().primaryKey(),
    kind: text().$type<DocumentKind>().notNull(),
    slug: text().notNull(),
    status: text().$type<DocumentStatus>().notNull(),
    draftFiles: jsonb('draft_files').$type<DocumentFiles>().notNull(),
    draftVersion: integer('draft_version').notNull().default(1),
    liveRevisionId: uuid('live_revision_id').references((): AnyPgColumn => revision.id),
    /** Of a retired document: the slug of the same kind that visitors are offered instead. */
    insteadSlug: text('instead_slug'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
    updatedBy: text('updated_by'),
  },
  (table) => [
    uniqueIndex('document_kind_slug_key').on(table.kind, table.slug),
    index('document_updated_idx').on(table.updatedAt),
  ],
)

/** For which source texts the translations of a draft were written. Without it, all are taken to fit. */
export const translationBasis = pgTable('translation_basis', {
  documentId: uuid('document_id')
    .primaryKey()
    .references(() => document.id, { onDelete: 'cascade' }),
  basis: jsonb().$type<TranslationBasis>().notNull(),
})

/** Who has a document open in the studio, and where in it. Rows are replaced by each heartbeat. */
export const documentPresence = pgTable(
  'document_presence',
  {
    documentId: uuid('document_id')
      .notNull()
      .references(() => document.id, { onDelete: 'cascade' }),
    personId: text('person_id').notNull(),
    place: text().notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.personId] })],
)

/** An immutable version of a document: what was authored, what it parsed to, what is served, and its proof. */
export const revision = pgTable(
  'revision',
  {
    id: uuid().primaryKey(),
    documentId: uuid('document_id')
      .notNull()
      .references((): AnyPgColumn => document.id),
    number: integer().notNull(),
    contentHash: text('content_hash').notNull(),
    files: jsonb().$type<DocumentFiles>().notNull(),
    /** `json`, not `jsonb`: the order in which an author wrote tasks, roles and states is part of the content. */
    body: json().$type<unknown>().notNull(),
    rendered: jsonb().$type<Record<string, string>>().notNull(),
    proof: jsonb().$type<unknown>(),
    note: text().notNull().default(''),
    createdAt: instant('created_at').notNull().defaultNow(),
    createdBy: text('created_by'),
  },
  (table) => [uniqueIndex('revision_document_number_key').on(table.documentId, table.number)],
)

/** Proofs by the hash of what was proven. A cache: safe to empty. */
export const proofResult = pgTable('proof_result', {
  contentHash: text('content_hash').primaryKey(),
  proof: jsonb().$type<unknown>().notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
})

/** Who did what to which subject. Written in the same transaction as the change that it records. */
export const auditEntry = pgTable(
  'audit_entry',
  {
    id: uuid().primaryKey(),
    at: instant('at').notNull().defaultNow(),
    actorId: text('actor_id'),
    actorName: text('actor_name').notNull(),
    action: text().notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    data: jsonb()
      .$type<Record<string, unknown>>()
      .notNull()
      .default(sql`'{}'::jsonb`),
  },
  (table) => [
    index('audit_entry_at_idx').on(table.at),
    index('audit_entry_subject_idx').on(table.subjectKind, table.subjectId, table.at),
  ],
)
