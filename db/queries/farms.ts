import { and, count, desc, eq, gte, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { farm } from '../schema/maintenance'
import { visitorContact } from '#db/schema/contact'
import { trial } from '#db/schema/trial'
import { lockRows } from './lock-rows'
import type { Judge } from '~/domain/trial/signals'

export type FarmRow = typeof farm.$inferSelect

/** A network of one day, or a domain, with how many visitors came from it. */
export interface Crowd {
  mark: string
  visitors: number
}

/** Networks with at least `least` visitors who began trials since an instant. Served by trial_network_idx. */
export async function listCrowdedNetworks(db: Executor, since: Date, least: number): Promise<Crowd[]> {
  const visitors = sql<number>`count(distinct ${trial.visitorId})::int`
  const rows = await db
    .select({ mark: trial.network, visitors })
    .from(trial)
    .where(and(isNotNull(trial.network), gte(trial.startedAt, since)))
    .groupBy(trial.network)
    .having(sql`count(distinct ${trial.visitorId}) >= ${least}`)
  return rows.flatMap(({ mark, visitors: many }) => (mark === null ? [] : [{ mark, visitors: many }]))
}

/** Domains with at least `least` visitors who typed addresses since an instant. Reads the contacts since then. */
export async function listCrowdedDomains(db: Executor, since: Date, least: number): Promise<Crowd[]> {
  const rows = await db.execute<{ mark: string; visitors: number }>(sql`
    select domain as mark, count(distinct visitor_id)::int as visitors
    from ${visitorContact}
    where domain is not null and ${visitorContact.at} >= ${since.toISOString()}::timestamptz
    group by 1 having count(distinct visitor_id) >= ${least}`)
  return rows.map(({ mark, visitors }) => ({ mark, visitors }))
}

/** Adds a finding, or updates when the existing one was last seen. Returns its id. Served by farm_mark_key. */
export async function upsertFarm(
  db: Executor,
  row: Pick<FarmRow, 'id' | 'kind' | 'foundAt' | 'lastAt'> & { mark: string },
): Promise<string> {
  const [kept] = await db
    .insert(farm)
    .values(row)
    .onConflictDoUpdate({ target: [farm.kind, farm.mark], set: { lastAt: row.lastAt } })
    .returning({ id: farm.id })
  return kept?.id ?? row.id
}

/** Which trials belong to a finding. */
export type FarmTrials = { network: string } | { domain: string }

/** Assigns trials without a finding to one, and updates their signals and flags. Returns their number. Served by trial_network_idx or visitor_contact_domain_idx. */
export async function assignTrialsToFarm(
  db: Executor,
  farmId: string,
  { of, since, judge }: { of: FarmTrials; since: Date; judge: Judge },
): Promise<number> {
  const belongs =
    'network' in of
      ? and(eq(trial.network, of.network), isNotNull(trial.network))
      : inArray(trial.visitorId, visitorsOf(db, of.domain))
  const found = await db
    .select({ visitorId: trial.visitorId, id: trial.id })
    .from(trial)
    .where(and(belongs, gte(trial.startedAt, since), isNull(trial.farmId)))
  const held = await lockRows(found, ({ visitorId, id }) =>
    db
      .select()
      .from(trial)
      .where(and(eq(trial.visitorId, visitorId), eq(trial.id, id), isNull(trial.farmId)))
      .for('update'),
  )
  for (const row of held) {
    await db
      .update(trial)
      .set({ farmId, ...judge(row) })
      .where(and(eq(trial.visitorId, row.visitorId), eq(trial.id, row.id)))
  }
  return held.length
}

const visitorsOf = (db: Executor, domain: string) =>
  db
    .select({ visitorId: visitorContact.visitorId })
    .from(visitorContact)
    .where(eq(visitorContact.domain, domain))

/** A finding with how many trials name it. */
export type FoundFarm = FarmRow & { trials: number }

/** Findings that nobody dismissed and that have trials, the newest first. Served by farm_found_idx and trial_farm_idx. */
export async function listOpenFarms(db: Executor): Promise<FoundFarm[]> {
  const rows = await db
    .select()
    .from(farm)
    .where(isNull(farm.dismissedAt))
    .orderBy(desc(farm.lastAt))
    .limit(20)
  const ids = rows.map(({ id }) => id)
  const counts = await db
    .select({ farmId: trial.farmId, trials: count() })
    .from(trial)
    .where(inArray(trial.farmId, ids))
    .groupBy(trial.farmId)
  const trialsOf = new Map(counts.map(({ farmId, trials }) => [farmId, trials]))
  return rows.map((row) => ({ ...row, trials: trialsOf.get(row.id) ?? 0 })).filter(({ trials }) => trials > 0)
}

/**
 * Records who dismissed a finding and why; null brings it back. False when it does not exist. Served by the primary
 * key.
 */
export async function setDismissed(
  db: Executor,
  id: string,
  dismissed: { at: Date; by: string; reason: string } | null,
): Promise<boolean> {
  const rows = await db
    .update(farm)
    .set({
      dismissedAt: dismissed?.at ?? null,
      dismissedBy: dismissed?.by ?? null,
      dismissedReason: dismissed?.reason ?? null,
    })
    .where(eq(farm.id, id))
    .returning({ id: farm.id })
  return rows.length > 0
}

/** Deletes the network of trials that began before an instant. Served by trial_network_idx. */
export async function forgetNetworks(db: Executor, before: Date): Promise<void> {
  await db
    .update(trial)
    .set({ network: null })
    .where(and(isNotNull(trial.network), lt(trial.startedAt, before)))
  await db
    .update(farm)
    .set({ mark: null })
    .where(and(eq(farm.kind, 'network'), isNotNull(farm.mark), lt(farm.lastAt, before)))
}
