import { and, asc, count, desc, eq, gte, isNotNull, isNull, lte, ne, notExists, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Executor } from '#db/client'
import { cost } from '#db/schema/cost'

export type CostRow = typeof cost.$inferSelect

/** What a person says of a cost. All but its value are its key: two costs that agree in it are one. */
export type CostFacts = Pick<
  CostRow,
  'channel' | 'source' | 'campaign' | 'firstDay' | 'lastDay' | 'value' | 'currency' | 'reference'
>

interface Change {
  at: Date
  by: string
}

/** A cost as it was seen: a change of another version changes nothing. */
export interface SeenCost {
  id: string
  version: number
}

const IS_ENTERED = and(isNull(cost.removedAt), eq(cost.simulated, false))

const KEY = [
  ...[cost.channel, cost.source, cost.campaign, cost.firstDay, cost.lastDay, cost.currency],
  ...[cost.reference, cost.simulated],
]

/** Adds a cost; false when there is one with its key. Served by cost_key. */
export async function insertCost(
  db: Executor,
  { id, facts, at, by }: Change & { id: string; facts: CostFacts },
): Promise<boolean> {
  const rows = await db
    .insert(cost)
    .values({ id, ...facts, changedAt: at, changedBy: by })
    .onConflictDoNothing({ target: KEY, where: sql`removed_at is null` })
    .returning({ id: cost.id })
  return rows.length > 0
}

/** Adds costs that the product made. */
export async function insertSimulatedCosts(
  db: Executor,
  costs: readonly (CostFacts & { id: string })[],
  { at, by }: Change,
): Promise<void> {
  const rows = costs.map((facts) => ({ ...facts, simulated: true, changedAt: at, changedBy: by }))
  await db.insert(cost).values(rows).onConflictDoNothing()
}

/** Deletes the costs that the product made. There are few: the whole table is read. */
export async function deleteSimulatedCosts(db: Executor): Promise<void> {
  await db.delete(cost).where(eq(cost.simulated, true))
}

export type ImportedCost = 'new' | 'changed' | 'same'

/**
 * Adds costs, or gives those with their keys their value, and says of each what happened. No two of them have one key. Served
 * by cost_key.
 */
export async function upsertCosts(
  db: Executor,
  costs: readonly (CostFacts & { id: string })[],
  { at, by }: Change,
): Promise<ImportedCost[]> {
  if (costs.length === 0) return []
  const written = await db
    .insert(cost)
    .values(costs.map((facts) => ({ ...facts, changedAt: at, changedBy: by })))
    .onConflictDoUpdate({
      target: KEY,
      targetWhere: sql`removed_at is null`,
      set: {
        ...{ value: sql`excluded.value`, version: sql`${cost.version} + 1` },
        ...{ changedAt: at, changedBy: by },
      },
      setWhere: sql`${cost.value} <> excluded.value`,
    })
    .returning()
  const ids = new Set(written.map(({ id }) => id))
  const changed = new Set(written.map(keyOf))
  return costs.map((facts) => (ids.has(facts.id) ? 'new' : changed.has(keyOf(facts)) ? 'changed' : 'same'))
}

const keyOf = (facts: Omit<CostFacts, 'value'>): string =>
  JSON.stringify([
    ...[facts.channel, facts.source, facts.campaign, facts.firstDay, facts.lastDay],
    ...[facts.currency, facts.reference],
  ])

/** Changes a cost that was entered; false when it is no longer as it was seen. Served by the primary key. */
export async function updateCost(
  db: Executor,
  { id, version }: SeenCost,
  { facts, at, by }: Change & { facts: CostFacts },
): Promise<boolean> {
  const rows = await db
    .update(cost)
    .set({ ...facts, version: version + 1, changedAt: at, changedBy: by })
    .where(and(eq(cost.id, id), eq(cost.version, version), IS_ENTERED))
    .returning({ id: cost.id })
  return rows.length > 0
}

/** Removes a cost, or puts a removed one back; null when it is no longer as it was seen. Served by the primary key. */
export async function setCostRemoved(
  db: Executor,
  { id, version }: SeenCost,
  { removed, at, by }: Change & { removed: boolean },
): Promise<CostRow | null> {
  const was = removed ? isNull(cost.removedAt) : isNotNull(cost.removedAt)
  const rows = await db
    .update(cost)
    .set({ removedAt: removed ? at : null, version: version + 1, changedAt: at, changedBy: by })
    .where(and(eq(cost.id, id), eq(cost.version, version), eq(cost.simulated, false), was))
    .returning()
  return rows[0] ?? null
}

/** A cost, a removed one too. Served by the primary key. */
export async function findCost(db: Executor, id: string): Promise<CostRow | null> {
  const rows = await db.select().from(cost).where(eq(cost.id, id))
  return rows[0] ?? null
}

/** Another cost with the same key, or null. Served by cost_key. */
export async function findCostWithKey(
  db: Executor,
  facts: Omit<CostFacts, 'value'>,
  { except }: { except: string },
): Promise<{ id: string } | null> {
  const { channel, source, campaign, firstDay, lastDay, currency, reference } = facts
  const rows = await db
    .select({ id: cost.id })
    .from(cost)
    .where(
      and(
        ...[IS_ENTERED, ne(cost.id, except), eq(cost.channel, channel), eq(cost.source, source)],
        ...[eq(cost.campaign, campaign), eq(cost.firstDay, firstDay), eq(cost.lastDay, lastDay)],
        ...[eq(cost.currency, currency), eq(cost.reference, reference)],
      ),
    )
  return rows[0] ?? null
}

export interface CostFilter {
  channel?: string | undefined
  source?: string | undefined
  campaign?: string | undefined
  /** Periods that touch these days. */
  from?: string | undefined
  to?: string | undefined
}

/**
 * The costs that count, the latest periods first: simulated ones as long as no other was entered. Served by
 * cost_last_day_idx where days are given; else the whole table is read, which is small.
 */
export async function listCostRows(
  db: Executor,
  { filter, limit }: { filter: CostFilter; limit: number },
): Promise<CostRow[]> {
  return db
    .select()
    .from(cost)
    .where(matching(db, filter))
    .orderBy(desc(cost.lastDay), asc(cost.channel), asc(cost.source), asc(cost.campaign), asc(cost.id))
    .limit(limit)
}

/** How many `listCostRows` has. */
export async function countCosts(db: Executor, filter: CostFilter): Promise<number> {
  const rows = await db.select({ size: count() }).from(cost).where(matching(db, filter))
  return rows[0]?.size ?? 0
}

function matching(db: Executor, { channel, source, campaign, from, to }: CostFilter): SQL | undefined {
  const other = alias(cost, 'other')
  const entered = db
    .select({ one: sql`1` })
    .from(other)
    .where(and(isNull(other.removedAt), eq(other.simulated, false)))
  return and(
    isNull(cost.removedAt),
    or(eq(cost.simulated, false), notExists(entered)),
    channel === undefined ? undefined : eq(cost.channel, channel),
    source === undefined ? undefined : eq(cost.source, source),
    campaign === undefined ? undefined : eq(cost.campaign, campaign),
    from === undefined ? undefined : gte(cost.lastDay, from),
    to === undefined ? undefined : lte(cost.firstDay, to),
  )
}
