import { and, desc, eq, isNull } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Executor } from '#db/client'
import { document, revision } from '#db/schema/content'
import { split, splitExposure } from '#db/schema/split'
import type { DocumentKind } from '~/domain/content/kinds'

type SplitRow = typeof split.$inferSelect

/** What serving needs of a running split. */
export type RunningSplit = Pick<
  SplitRow,
  'id' | 'salt' | 'variantShare' | 'controlRevisionId' | 'variantRevisionId'
> & { slug: string }

/** The splits of one kind of document that run, whose control is still live. Served by split_running_key. */
export async function listRunningSplits(db: Executor, kind: DocumentKind): Promise<RunningSplit[]> {
  const { id, salt, variantShare, controlRevisionId, variantRevisionId } = split
  return db
    .select({ id, salt, variantShare, controlRevisionId, variantRevisionId, slug: document.slug })
    .from(split)
    .innerJoin(document, eq(document.id, split.documentId))
    .where(
      and(
        eq(document.kind, kind),
        eq(document.status, 'published'),
        isNull(split.stoppedAt),
        eq(document.liveRevisionId, split.controlRevisionId),
      ),
    )
}

const control = alias(revision, 'control')
const variant = alias(revision, 'variant')

/** A split with its document and the numbers of its revisions; `variantNumber` is null where it hides the document. */
export type SplitWithDocument = SplitRow & {
  kind: DocumentKind
  slug: string
  controlNumber: number
  variantNumber: number | null
  /** False once another revision was published, or the document retired: then visitors are no longer divided. */
  isControlLive: boolean
}

/** All splits, the newest first: there are few, and the whole table is read. */
export async function listSplitRows(db: Executor): Promise<SplitWithDocument[]> {
  return selectSplits(db)
}

/** One split, or null. Served by the primary key. */
export async function findSplit(db: Executor, id: string): Promise<SplitWithDocument | null> {
  const [found] = await selectSplits(db, eq(split.id, id))
  return found ?? null
}

async function selectSplits(db: Executor, where?: SQL): Promise<SplitWithDocument[]> {
  const rows = await db
    .select({
      split,
      kind: document.kind,
      slug: document.slug,
      status: document.status,
      liveRevisionId: document.liveRevisionId,
      controlNumber: control.number,
      variantNumber: variant.number,
    })
    .from(split)
    .innerJoin(document, eq(document.id, split.documentId))
    .innerJoin(control, eq(control.id, split.controlRevisionId))
    .leftJoin(variant, eq(variant.id, split.variantRevisionId))
    .where(where)
    .orderBy(desc(split.startedAt), desc(split.id))
  return rows.map(({ split: row, status, liveRevisionId, ...named }) => ({
    ...row,
    ...named,
    isControlLive: status === 'published' && liveRevisionId === row.controlRevisionId,
  }))
}

/** Starts a split; null when one of the same document runs. Served by split_running_key. */
export async function insertSplit(db: Executor, row: typeof split.$inferInsert): Promise<SplitRow | null> {
  const rows = await db.insert(split).values(row).onConflictDoNothing().returning()
  return rows[0] ?? null
}

/** Stops a split; false when it does not run. Served by the primary key. */
export async function stopSplitRow(
  db: Executor,
  id: string,
  how: Pick<typeof split.$inferInsert, 'stoppedAt' | 'stoppedBy' | 'stopNote'>,
): Promise<boolean> {
  const rows = await db
    .update(split)
    .set(how)
    .where(and(eq(split.id, id), isNull(split.stoppedAt)))
    .returning({ id: split.id })
  return rows.length > 0
}

/** Records when a visitor was first shown their side; later sights change nothing. Served by the primary key. */
export async function insertExposure(db: Executor, row: typeof splitExposure.$inferInsert): Promise<void> {
  await db.insert(splitExposure).values(row).onConflictDoNothing()
}

/** Deletes the exposures of a visitor. Served by the primary key. */
export async function deleteExposuresOf(db: Executor, visitorId: string): Promise<void> {
  await db.delete(splitExposure).where(eq(splitExposure.visitorId, visitorId))
}
