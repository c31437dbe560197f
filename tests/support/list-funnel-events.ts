import { isNull } from 'drizzle-orm'
import type { Database } from '#db/client'
import { account, accountMember } from '#db/schema/account'
import { ask } from '#db/schema/ask'
import { conversion } from '#db/schema/conversion'
import { messageEvent } from '#db/schema/message-event'
import { pageView } from '#db/schema/page-view'
import { remark } from '#db/schema/remark'
import { touch } from '#db/schema/touch'
import { rating, trial } from '#db/schema/trial'
import type { FunnelEvent } from '~/domain/insight/funnel/funnel-history'

type Trial = typeof trial.$inferSelect

/** Events of one instant stand in the order of these names, then of the id of their row, then of their place in it. */
const EVENTS = [
  ...['visit', 'trial', 'state', 'task', 'finish', 'rating', 'ask', 'asked', 'conversion'],
  ...['page', 'message', 'remark'],
]

interface Listed extends FunnelEvent {
  id: string
  place: number
}

/** What visitors with counted trials did, row by row from PostgreSQL, as docs/funnel.md lists it. */
export async function listFunnelEvents(
  db: Database,
  isCounted: (row: Trial) => boolean,
): Promise<FunnelEvent[]> {
  const trials = (await db.select().from(trial)).filter(isCounted)
  const rated = new Map((await db.select().from(rating)).map((row) => [row.trialId, row]))
  const accountOf = await accountsByVisitor(db)
  const events = [
    ...trials.flatMap((row) => eventsOfTrial(row, rated.get(row.id))),
    ...(await eventsOfVisitors(db, trials)),
    ...(await looksOf(db, trials)),
    ...(await remarksIn(db, trials)),
  ]
  return events.sort(compareListed).map(({ visitor, at, event, props }) => {
    const known = Object.entries({ ...props, account: accountOf.get(visitor) ?? null })
    return { visitor, at, event, props: Object.fromEntries(known.filter(([, value]) => value !== null)) }
  })
}

function compareListed(a: Listed, b: Listed): number {
  const rank = EVENTS.indexOf(a.event) - EVENTS.indexOf(b.event)
  return a.at - b.at || rank || (a.id === b.id ? a.place - b.place : a.id < b.id ? -1 : 1)
}

function eventsOfTrial(row: Trial, rated: typeof rating.$inferSelect | undefined): Listed[] {
  const began = row.startedAt.getTime()
  const { id, plan, role, locale, device, channel, finishedAt, outcome } = row
  const of = { demo: row.demoSlug, revision: row.revisionNumber, returning: row.returning > 0 }
  const shared = { trial: id, plan, role, locale, device, channel, ...of }
  const make = (event: string, at: number, own: FunnelEvent['props'] = {}, place = 0): Listed => ({
    ...{ visitor: row.visitorId, id, at, event, place, props: { ...shared, ...own } },
  })
  const tasks = Object.entries(row.tasks).sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    make('trial', began),
    ...row.pathAt.map((at, index) =>
      make('state', began + at, { state: row.path[index] ?? null }, index + 1),
    ),
    ...tasks.flatMap(([task, at], index) => (at === null ? [] : [make('task', began + at, { task }, index)])),
    ...(finishedAt ? [make('finish', finishedAt.getTime(), { outcome })] : []),
    ...(rated ? [make('rating', rated.createdAt.getTime(), { stars: rated.stars })] : []),
  ]
}

/** A request or a goal belongs to its own trial only when that one counts. */
async function eventsOfVisitors(db: Database, trials: readonly Trial[]): Promise<Listed[]> {
  const visitors = new Set(trials.map(({ visitorId }) => visitorId))
  const counted = new Set(trials.map(({ id }) => id))
  const make = (event: string, row: Row, props: FunnelEvent['props']): Listed[] =>
    visitors.has(row.visitorId)
      ? [{ visitor: row.visitorId, id: row.id, at: row.at.getTime(), event, place: 0, props }]
      : []
  const ownTrial = (id: string | null) => ({ trial: id !== null && counted.has(id) ? id : null })
  const touches = await db.select().from(touch)
  const asks = await db.select().from(ask)
  const goals = await db.select().from(conversion).where(isNull(conversion.withdrawnAt))
  return [
    ...touches.flatMap(({ channel, source, medium, campaign, term, content, referrer, ...row }) =>
      make('visit', row, { channel, source, medium, campaign, term, content, referrer }),
    ),
    ...asks.flatMap(({ kind, plan, trialId, ...row }) =>
      make('ask', row, { kind, plan, ...ownTrial(trialId) }),
    ),
    ...goals.flatMap(({ goal, unverified, source, trialId, ...row }) =>
      make(source === 'browser' ? 'asked' : 'conversion', row, { goal, unverified, ...ownTrial(trialId) }),
    ),
  ]
}

async function looksOf(db: Database, trials: readonly Trial[]): Promise<Listed[]> {
  const visitors = new Set(trials.map(({ visitorId }) => visitorId))
  const make = (event: string, { visitorId, id, at }: Row, props: FunnelEvent['props']): Listed[] =>
    visitors.has(visitorId) ? [{ visitor: visitorId, id, at: at.getTime(), event, place: 0, props }] : []
  const views = (await db.select().from(pageView)).filter(({ bot }) => !bot)
  const messages = await db.select().from(messageEvent)
  return [
    ...views.flatMap(({ route, document, ...row }) => make('page', row, { route, document })),
    ...messages.flatMap(({ message, fate, ...row }) => make('message', row, { message, fate })),
  ]
}

async function remarksIn(db: Database, trials: readonly Trial[]): Promise<Listed[]> {
  const byId = new Map(trials.map((row) => [row.id, row]))
  return (await db.select().from(remark)).flatMap(({ visitorId, id, at, trialId, state, kind }) => {
    const row = byId.get(trialId)
    if (!row) return []
    const { plan, role, locale, device, channel } = row
    const of = { demo: row.demoSlug, revision: row.revisionNumber, returning: row.returning > 0 }
    const props = { trial: trialId, plan, role, locale, device, channel, ...of, state, kind }
    return [{ visitor: visitorId, id, at: at.getTime(), event: 'remark', place: 0, props }]
  })
}

type Row = { visitorId: string; id: string; at: Date }

/** The account that each visitor belongs to now; of a merged one, the one that it was merged into. */
async function accountsByVisitor(db: Database): Promise<Map<string, string>> {
  const mergedInto = new Map((await db.select().from(account)).map((row) => [row.id, row.mergedInto]))
  const members = await db.select().from(accountMember).where(isNull(accountMember.removedAt))
  const rootOf = (id: string): string => {
    const next = mergedInto.get(id)
    return next ? rootOf(next) : id
  }
  return new Map(members.map(({ visitorId, accountId }) => [visitorId, rootOf(accountId)]))
}
