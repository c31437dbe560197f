import { v7 as uuidv7 } from 'uuid'
import { insertBulkTrials, insertBulkVisitors } from '#db/queries/bulk-trials'
import type { BulkTrial } from '#db/queries/bulk-trials'
import type { TrialKey } from '#db/queries/trials'
import { startRun } from '~/domain/demo/engine/run'
import { summarize } from '~/domain/trial/summary'
import { progressColumns } from '~/features/collect/trials/trial-progress'
import type { App } from '~/platform/context/context'
import type { KeptWalk } from './walks'

const AT_ONCE = 1_000

/** A new trial without events, and the number of the walk that fits it. */
export interface BenchTrial extends TrialKey {
  walk: number
}

/** Begins trials for the walks in turn, each of a new visitor, with the same rows as starting them one by one. */
export async function beginTrials(
  { sql }: Pick<App, 'sql'>,
  walks: readonly KeptWalk[],
  count: number,
): Promise<BenchTrial[]> {
  const blanks = walks.map(blankTrial)
  const begun: BenchTrial[] = []
  while (begun.length < count) {
    const rows = Array.from({ length: Math.min(AT_ONCE, count - begun.length) }, (_, index) => {
      const walk = (begun.length + index) % walks.length
      return { walk, row: withIds(blanks[walk] as Blank) }
    })
    await insertBulkVisitors(
      sql,
      rows.map(({ row: { visitorId, startedAt } }) => ({
        visitorId,
        firstSeenAt: startedAt,
        consent: 'unset' as const,
        firstTouch: null,
      })),
    )
    await insertBulkTrials(
      sql,
      rows.map(({ row }) => row),
    )
    begun.push(...rows.map(({ walk, row: { visitorId, id } }) => ({ walk, visitorId, id })))
  }
  await sql`analyze visitor, trial`
  return begun
}

type Blank = Omit<BulkTrial, 'id' | 'visitorId'>

function withIds(blank: Blank): BulkTrial {
  const msecs = blank.startedAt.getTime()
  return { ...blank, visitorId: uuidv7({ msecs }), id: uuidv7({ msecs }) }
}

function blankTrial({ demoSlug, revisionId, revisionNumber, compiled, start, ways }: KeptWalk): Blank {
  const startedAt = new Date(start.startedAt)
  const summary = summarize(startRun(compiled, { ...start, ways }), { activeMs: 0, wallMs: 0 })
  return {
    demoSlug,
    revisionId,
    revisionNumber,
    plan: start.plan,
    role: start.role,
    locale: 'en',
    seed: start.seed,
    startedAt,
    touch: null,
    channel: 'direct',
    device: 'desktop',
    returning: 0,
    flags: [],
    signals: [],
    ruling: null,
    network: null,
    farmId: null,
    restartedFrom: null,
    entry: 'start',
    resumeHash: null,
    lastSeq: 0,
    lastEventAt: startedAt,
    ...progressColumns(summary, startedAt),
  }
}
