import { findMembership } from '#db/queries/account-members'
import { listChecksOf } from '#db/queries/address-checks'
import { listAsksOf } from '#db/queries/asks'
import { listContactsOf } from '#db/queries/contacts'
import { listAwaitingReports, listExposuresOf, listTouchesOf, readVoiceOf } from '#db/queries/visitor-data'
import type { VisitorDataKind } from '#db/queries/visitor-data'
import { listMailsOf } from '#db/queries/mails'
import type { MailRow } from '#db/queries/mails'
import { listRatingsOf } from '#db/queries/ratings'
import { listEvents } from '#db/queries/trial-events'
import { listTrialsOf } from '#db/queries/trials'
import type { TrialRow } from '#db/queries/trials'
import { findVisitor } from '#db/queries/visitors'
import { ownConversions, viewOf } from '~/platform/addresses/own-reports'
import type { Context, VisitorIdentity } from '~/platform/context/context'
import { emailHash } from '~/platform/addresses/email-hash'
import { verb } from '~/platform/verb/verb'

/** Everything stored about one visitor, as plain JSON. Events are listed with their trials. */
export type VisitorExport = Record<Exclude<VisitorDataKind, 'events'>, unknown> & { exportedAt: string }

/**
 * Everything stored about this visitor, from the same tables that erasing empties. A browser that joined by a link gets only
 * contacts that were typed in it or whose address it verified. Reports of other systems go to the browser that verified
 * their address.
 *
 * @throws DomainError `not-found` for a browser without an id; one that began nothing gets an empty export.
 */
export const exportVisitor = verb({ permission: 'visitor' }, async ({ ctx }): Promise<VisitorExport> => {
  const { db, visitor: identity } = ctx
  const { id } = identity
  const [visitor, trials, ratings] = await Promise.all([
    findVisitor(db, id),
    listTrialsOf(db, id),
    listRatingsOf(db, id),
  ])
  return {
    ...{ exportedAt: ctx.now().toISOString(), visitor },
    ...{ trials: await withTraces(ctx, trials), ratings },
    touches: await listTouchesOf(db, id),
    exposures: await listExposuresOf(db, id),
    ...(await readVoiceOf(db, id)),
    ...(await contactData(ctx, identity)),
  }
})

type ContactKind =
  'conversions' | 'asks' | 'contacts' | 'addressChecks' | 'mails' | 'memberships' | 'awaiting'

async function contactData(ctx: Context, visitor: VisitorIdentity): Promise<Record<ContactKind, unknown>> {
  const { db } = ctx
  const { id } = visitor
  const [contacts, asks] = [await listContactsOf(db, id), await listAsksOf(db, id)]
  const { isOwn, isWhole, verified } = viewOf(visitor, contacts)
  const membership = isWhole ? await findMembership(db, id) : null
  const checks = (await listChecksOf(db, id)).filter(isOwn)
  const known = contacts.filter(isOwn).map((one) => one.emailHash)
  return {
    conversions: await ownConversions(ctx, visitor),
    asks: asks.filter((one) => isOwn(one) || verified.includes(emailHash(one.email))),
    contacts: contacts.filter((one) => isOwn(one) || verified.includes(one.emailHash)),
    addressChecks: checks.map(({ linkHash: _link, codeHash: _code, ...check }) => check),
    mails: (await listMailsOf(db, id)).filter((one) => isShown(one, known)).map(mailFacts),
    memberships: membership ? [membership] : [],
    awaiting: await listAwaitingReports(db, id, verified),
  }
}

/** Messages to addresses that were typed or verified in this browser. Messages to the team are left out. */
const isShown = ({ kind, to }: MailRow, known: readonly string[]): boolean =>
  kind === 'verify-address' && known.includes(emailHash(to))

/** A message holds a link and a code that only its address may see. */
function mailFacts({ id, kind, to, createdAt, sentAt, state }: MailRow) {
  return { id, kind, to, createdAt, sentAt, state }
}

async function withTraces(ctx: Context, trials: TrialRow[]): Promise<unknown[]> {
  const full: unknown[] = []
  for (const trial of trials) {
    const { resumeHash, ...held } = trial
    full.push({ ...held, hasResumeLink: resumeHash !== null, events: await listEvents(ctx.db, trial) })
  }
  return full
}
