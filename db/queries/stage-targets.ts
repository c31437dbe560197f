import { and, asc, eq } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { authUser } from '#db/schema/auth'
import { stageTarget } from '#db/schema/stage-target'
import type { Stage } from '~/domain/insight/stages/stages'
import type { NamedTarget, TargetEntry } from '~/domain/insight/stages/stage-targets'

/** The whole history of every stage, the oldest entry first. Reads the table, which people fill by hand. */
export async function listStageTargets(db: Executor): Promise<NamedTarget[]> {
  const rows = await db
    .select({ entry: stageTarget, ownerName: authUser.name })
    .from(stageTarget)
    .leftJoin(authUser, eq(authUser.id, stageTarget.ownerId))
    .orderBy(asc(stageTarget.stage), asc(stageTarget.version))
  return rows.map(({ entry, ownerName }) => ({ ...entry, ownerName }))
}

/** One entry, or null. Served by the primary key. */
export async function findStageTarget(
  db: Executor,
  stage: Stage,
  version: number,
): Promise<TargetEntry | null> {
  const [row] = await db
    .select()
    .from(stageTarget)
    .where(and(eq(stageTarget.stage, stage), eq(stageTarget.version, version)))
  return row ?? null
}

/** Adds an entry. False when somebody else added one of this version first. Served by the primary key. */
export async function insertStageTarget(db: Executor, entry: TargetEntry): Promise<boolean> {
  const rows = await db.insert(stageTarget).values(entry).onConflictDoNothing().returning()
  return rows.length === 1
}
