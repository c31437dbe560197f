import type { Database } from '#db/client'
import { conversion } from '#db/schema/conversion'
import { rating, trial, visitor } from '#db/schema/trial'
import type { TrialRow } from '~/domain/insight/trial-row'
import { v7 } from 'uuid'

/**
 * Writes trials as the collector would have left them, with their ratings and conversions. Beside them every trial gets a
 * conversion that was withdrawn, which nothing may count.
 */
export async function insertTrials(db: Database, rows: readonly TrialRow[]): Promise<void> {
  if (rows.length === 0) return
  const visitors = [...new Set(rows.map((row) => row.visitorId))].map((visitorId) => ({ visitorId }))
  await db.insert(visitor).values(visitors).onConflictDoNothing()
  await db.insert(trial).values(rows.map(trialValues))
  const ratings = rows.flatMap(({ visitorId, id, stars }) =>
    stars === null ? [] : [{ visitorId, trialId: id, stars, comment: '' }],
  )
  if (ratings.length > 0) await db.insert(rating).values(ratings)
  const conversions = rows.flatMap(({ visitorId, id, startedAt, conversions: times }) => {
    const common = { visitorId, trialId: id, goal: 'quote' as const }
    const withdrawn = {
      ...common,
      id: v7(),
      at: startedAt,
      withdrawnAt: startedAt,
      withdrawnReason: 'refunded',
    }
    return [withdrawn, ...times.map((at) => ({ ...common, id: v7(), at }))]
  })
  await db.insert(conversion).values(conversions)
}

function trialValues({
  stars: _stars,
  conversions: _conversions,
  ...row
}: TrialRow): typeof trial.$inferInsert {
  return { ...row, revisionId: v7(), seed: row.id, finishedAt: row.outcome === null ? null : row.lastEventAt }
}
