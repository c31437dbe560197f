import { and, asc, desc, eq, exists, notExists, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { ask } from '#db/schema/ask'
import { authUser } from '#db/schema/auth'
import { trial } from '#db/schema/trial'
import type { AskFilter } from '~/domain/ask-filter'

export type AskRow = typeof ask.$inferSelect

/** Adds an ask; does nothing when one of this id exists. Served by the primary key. */
export async function insertAsk(db: Executor, row: typeof ask.$inferInsert): Promise<void> {
  await db.insert(ask).values(row).onConflictDoNothing()
}

/** One ask of a visitor, or null. Served by the primary key. */
export async function findAskOf(
  db: Executor,
  { visitorId, id }: Pick<AskRow, 'visitorId' | 'id'>,
): Promise<AskRow | null> {
  const rows = await db
    .select()
    .from(ask)
    .where(and(eq(ask.visitorId, visitorId), eq(ask.id, id)))
  return rows[0] ?? null
}

/** A visitor's asks. Served by the primary key, whose first column is the visitor. */
export async function listAsksOf(db: Executor, visitorId: string): Promise<AskRow[]> {
  return db.select().from(ask).where(eq(ask.visitorId, visitorId)).orderBy(asc(ask.at), asc(ask.id))
}

/** An ask in a list, with the name of the person that it is assigned to. */
export type ListedAsk = AskRow & { assignee: string | null }

export interface AskQuery {
  filter: AskFilter
  /** The person whose asks are `mine`. */
  personId: string
  before?: { at: Date; id: string } | undefined
  limit: number
}

/** Asks, the newest first. Served by ask_at_idx and, of the new ones, by ask_new_idx. */
export async function listAskRows(db: Executor, page: AskQuery): Promise<ListedAsk[]> {
  const { filter, personId, before, limit } = page
  const older =
    before && sql`(${ask.at}, ${ask.id}) < (${before.at.toISOString()}::timestamptz, ${before.id}::uuid)`
  const rows = await db
    .select({ ask, assignee: authUser.name })
    .from(ask)
    .leftJoin(authUser, eq(authUser.id, ask.assignedTo))
    .where(and(isListed(db, filter, personId), older))
    .orderBy(desc(ask.at), desc(ask.id))
    .limit(limit)
  return rows.map((row) => ({ ...row.ask, assignee: row.assignee }))
}

/** How many asks each filter lists. Reads the whole table. */
export async function countAsks(db: Executor, personId: string): Promise<Record<AskFilter, number>> {
  const count = (fits: SQL) => sql<number>`count(*) filter (where ${fits})::int`
  const [row] = await db
    .select({
      new: count(eq(ask.state, 'new')),
      answered: count(eq(ask.state, 'answered')),
      mine: count(eq(ask.assignedTo, personId)),
      all: sql<number>`count(*)::int`,
    })
    .from(ask)
    .where(isListed(db, 'all', personId))
  if (!row) throw new Error('An aggregate without groups gave no row.')
  return { ...row, simulated: await db.$count(ask, isListed(db, 'simulated', personId)) }
}

/** How many asks wait for an answer, without simulated ones. Served by ask_new_idx. */
export async function countUnansweredAsks(db: Executor): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(ask)
    .where(isListed(db, 'new', ''))
  return row?.count ?? 0
}

function isListed(db: Executor, filter: AskFilter, personId: string): SQL | undefined {
  const simulated = db
    .select({ one: sql`1` })
    .from(trial)
    .where(and(eq(trial.visitorId, ask.visitorId), sql`'simulated' = any(${trial.flags})`))
  if (filter === 'simulated') return exists(simulated)
  const real = notExists(simulated)
  if (filter === 'all') return real
  return and(real, filter === 'mine' ? eq(ask.assignedTo, personId) : eq(ask.state, filter))
}

/** One ask by its id alone, or null. Served by ask_id_idx. */
export async function findAsk(db: Executor, id: string): Promise<ListedAsk | null> {
  const rows = await db
    .select({ ask, assignee: authUser.name })
    .from(ask)
    .leftJoin(authUser, eq(authUser.id, ask.assignedTo))
    .where(eq(ask.id, id))
    .limit(1)
  return rows[0] ? { ...rows[0].ask, assignee: rows[0].assignee } : null
}

/**
 * Changes an ask at this version and increments the version; false when its version is another. Served by the primary
 * key.
 */
export async function updateAsk(
  db: Executor,
  { visitorId, id, version }: Pick<AskRow, 'visitorId' | 'id' | 'version'>,
  change: Partial<Pick<AskRow, 'state' | 'assignedTo' | 'note' | 'answeredAt' | 'answeredBy'>>,
): Promise<boolean> {
  const rows = await db
    .update(ask)
    .set({ ...change, version: version + 1 })
    .where(and(eq(ask.visitorId, visitorId), eq(ask.id, id), eq(ask.version, version)))
    .returning({ id: ask.id })
  return rows.length > 0
}
