import type { Database } from '#db/client'
import { account, accountMember } from '#db/schema/account'
import { conversion } from '#db/schema/conversion'
import { rating, trial, visitor } from '#db/schema/trial'
import type { TrialGoal, MeasuredTrial } from '~/domain/insight/measured-trial'
import { v7 } from 'uuid'

/**
 * Writes trials as the collector does, with their ratings and conversions. Every trial also gets a withdrawn
 * conversion, which must not be counted.
 */
export async function insertMeasuredTrials(db: Database, rows: readonly MeasuredTrial[]): Promise<void> {
  if (rows.length === 0) return
  const visitors = [...new Set(rows.map((row) => row.visitorId))].map((visitorId) => ({ visitorId }))
  await db.insert(visitor).values(visitors).onConflictDoNothing()
  await db.insert(trial).values(rows.map(trialValues))
  await insertMembers(db, rows)
  const ratings = rows.flatMap(({ visitorId, id, stars }) =>
    stars === null ? [] : [{ visitorId, trialId: id, stars, comment: '' }],
  )
  if (ratings.length > 0) await db.insert(rating).values(ratings)
  const conversions = rows.flatMap((row) => [
    { ...goalValues(row, { goal: 'quote', at: row.startedAt }), ...WITHDRAWN, source: 'csv' as const },
    ...row.conversions.map((one, index) => ({
      ...goalValues(row, one),
      source: index % 2 === 0 ? ('api' as const) : ('csv' as const),
    })),
    ...row.asks.map((one) => ({ ...goalValues(row, one), source: 'browser' as const })),
  ])
  await db.insert(conversion).values(conversions)
}

const WITHDRAWN = { withdrawnAt: new Date(0), withdrawnReason: 'refunded' }

const goalValues = ({ visitorId, id }: MeasuredTrial, { goal, at, amount }: TrialGoal) => ({
  ...{ visitorId, trialId: id, goal, at, id: v7() },
  ...{ value: amount?.value ?? null, currency: amount?.currency ?? null },
})

const CHILD_NAME = 'Merged into'

/** Every account with one merged into it; visitors belong to either. Some members were removed again. */
async function insertMembers(db: Database, rows: readonly MeasuredTrial[]): Promise<void> {
  const known = { createdAt: new Date(0), createdBy: 'test' }
  const ids = [...new Set(rows.flatMap((row) => row.account ?? []))]
  const childOf = (id: string) => `${id.slice(0, -2)}c${id.slice(-1)}`
  for (const id of ids) {
    const child = { ...known, id: childOf(id), name: CHILD_NAME, mergedInto: id }
    await db
      .insert(account)
      .values({ ...known, id, name: id })
      .onConflictDoNothing()
    await db.insert(account).values(child).onConflictDoNothing()
  }
  const members = rows.flatMap(({ visitorId, account: at }, index) => {
    const joined = { visitorId, joinedBy: 'domain' as const, joinedAt: new Date(0) }
    if (at) return [{ ...joined, accountId: index % 2 === 0 ? at : childOf(at) }]
    const [left] = ids
    return left && index % 2 === 0 ? [{ ...joined, accountId: left, removedAt: new Date(0) }] : []
  })
  if (members.length > 0) await db.insert(accountMember).values(members).onConflictDoNothing()
}

function trialValues({
  stars: _stars,
  conversions: _conversions,
  asks: _asks,
  account: _account,
  farm,
  touch,
  ...row
}: MeasuredTrial): typeof trial.$inferInsert {
  return {
    ...row,
    touch: touch && { ...touch, channel: row.channel },
    farmId: farm,
    revisionId: v7(),
    seed: row.id,
    finishedAt: row.outcome === null ? null : row.lastEventAt,
  }
}
