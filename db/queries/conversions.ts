import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { conversion } from '#db/schema/conversion'
import { trial } from '#db/schema/trial'
import { lockRows } from './lock-rows'
import type { TrialKey } from './trials'

export type ConversionRow = typeof conversion.$inferSelect

const isConversion = ({ visitorId, id }: { visitorId: string; id: string }) =>
  and(eq(conversion.visitorId, visitorId), eq(conversion.id, id))

/** Adds a conversion; null when this visitor already has one of that id. Served by the primary key. */
export async function insertConversion(
  db: Executor,
  row: typeof conversion.$inferInsert,
): Promise<ConversionRow | null> {
  const rows = await db.insert(conversion).values(row).onConflictDoNothing().returning()
  return rows[0] ?? null
}

/** One conversion of a visitor, or null. Served by the primary key. */
export async function findConversion(
  db: Executor,
  key: { visitorId: string; id: string },
): Promise<ConversionRow | null> {
  const rows = await db.select().from(conversion).where(isConversion(key))
  return rows[0] ?? null
}

/** As `findConversion` by its id alone, locking the row. Served by conversion_id_idx. */
export async function lockConversionById(db: Executor, id: string): Promise<ConversionRow | null> {
  const [key] = await db.select(CONVERSION_KEY).from(conversion).where(eq(conversion.id, id)).limit(1)
  if (!key) return null
  const rows = await db.select().from(conversion).where(isConversion(key)).for('update')
  return rows[0] ?? null
}

const CONVERSION_KEY = { visitorId: conversion.visitorId, id: conversion.id }

/** Changes a conversion that stays with its visitor. Served by the primary key. */
export async function updateConversion(
  db: Executor,
  key: { visitorId: string; id: string },
  change: Partial<Omit<ConversionRow, 'visitorId' | 'id'>>,
): Promise<void> {
  await db.update(conversion).set(change).where(isConversion(key))
}

/** Served by the primary key. */
export async function deleteConversion(db: Executor, key: { visitorId: string; id: string }): Promise<void> {
  await db.delete(conversion).where(isConversion(key))
}

/**
 * A visitor's conversions, without those found by an address that they did not verify, which may be somebody else's.
 * Served by the primary key, whose first column is the visitor.
 */
export async function listConversionsOf(db: Executor, visitorId: string): Promise<ConversionRow[]> {
  return db
    .select()
    .from(conversion)
    .where(and(eq(conversion.visitorId, visitorId), eq(conversion.unverified, false)))
    .orderBy(asc(conversion.id))
}

/** Locks those that whoever verifies their address can take. Served by conversion_unverified_idx. */
export async function lockUnverifiedByEmail(db: Executor, emailHash: string): Promise<ConversionRow[]> {
  return lockWhere(db, and(eq(conversion.emailHash, emailHash), eq(conversion.unverified, true)))
}

/** Locks the conversions that fit, in the order of their ids. */
async function lockWhere(db: Executor, fits: SQL | undefined): Promise<ConversionRow[]> {
  const found = await db.select(CONVERSION_KEY).from(conversion).where(fits)
  return lockRows(found, ({ visitorId, id }) =>
    db
      .select()
      .from(conversion)
      .where(and(eq(conversion.visitorId, visitorId), eq(conversion.id, id), fits))
      .for('update'),
  )
}

/** Locks those of some visitors that were found by an address. Served by the primary key. */
export async function lockFoundByEmail(
  db: Executor,
  visitorIds: readonly string[],
): Promise<ConversionRow[]> {
  return lockWhere(db, and(inArray(conversion.visitorId, [...visitorIds]), eq(conversion.matchedBy, 'email')))
}

/**
 * The goals credited to one trial and not withdrawn, in the order in which they were reached. Served by
 * conversion_trial_idx.
 */
export async function listGoalsOf(
  db: Executor,
  { visitorId, id }: TrialKey,
): Promise<Pick<ConversionRow, 'goal' | 'at' | 'source' | 'unverified'>[]> {
  return db
    .select({
      ...{ goal: conversion.goal, at: conversion.at },
      ...{ source: conversion.source, unverified: conversion.unverified },
    })
    .from(conversion)
    .where(
      and(eq(conversion.visitorId, visitorId), eq(conversion.trialId, id), isNull(conversion.withdrawnAt)),
    )
    .orderBy(asc(conversion.at))
}

/**
 * When a conversion happened and the trial that it is credited to; null for an unmatched one. Served by
 * conversion_id_idx and the primary key of `trial`.
 */
export async function findCredit(
  db: Executor,
  id: string,
): Promise<{ at: Date; trial: { startedAt: Date; flags: string[] } | null } | null> {
  const rows = await db
    .select({ at: conversion.at, trial: { startedAt: trial.startedAt, flags: trial.flags } })
    .from(conversion)
    .leftJoin(trial, and(eq(trial.visitorId, conversion.visitorId), eq(trial.id, conversion.trialId)))
    .where(eq(conversion.id, id))
    .limit(1)
  return rows[0] ?? null
}
