import type { ListedConversion } from '#db/queries/conversion-list'
import type { ConversionRow } from '#db/queries/conversions'
import type { RatingRow } from '#db/queries/ratings'
import type { RemarkRow } from '#db/queries/remarks'
import type { TrialRow } from '#db/queries/trials'
import type { Demo } from '~/domain/demo/format/schema'
import type { PublishedRevision } from '~/platform/content/live-content'

/** A trial as its own visitor may see it: without the visitor's identity, signals and flags. */
export function trialView(trial: TrialRow) {
  const { id, demoSlug, revisionId, revisionNumber, plan, role, locale, seed, entry, startedAt } = trial
  const { lastSeq, path, lastState, tasks, steps, shown, undone, hints, detours, score } = trial
  const { activeMs, wallMs, outcome, finishedAt } = trial
  return {
    ...{ id, demo: demoSlug, revision: { id: revisionId, number: revisionNumber } },
    ...{ plan, role, locale, seed, entry, startedAt },
    ...{ lastSeq, path, lastState, tasks, steps, shown, undone, hints, detours, score },
    ...{ activeMs, wallMs, outcome, finishedAt },
  }
}

/** What a client needs to choose a demo. */
export function demoListing(revision: PublishedRevision, startRoles: readonly string[]) {
  const { slug, title, summary, scenario, audience = [], minutes, plans, roles } = demoOf(revision)
  return {
    ...{ slug, title, summary, scenario, audience, minutes, plans },
    roles: startRoles.map((id) => ({ id, name: roles[id]?.name ?? {} })),
    revision: { id: revision.revisionId, number: revision.number },
  }
}

export function demoOf(revision: { body: unknown }): Demo {
  return (revision.body as { demo: Demo }).demo
}

export function ratingView({ trialId, stars, comment }: RatingRow) {
  return { trial: trialId, stars, comment }
}

export function remarkView({ id, trialId, kind, text, state, seq, atMs }: RemarkRow) {
  return { id, trial: trialId, kind, text, state, seq, at: atMs }
}

export function conversionView({ id, goal, at, trialId }: ConversionRow) {
  return { id, goal, at, trial: trialId }
}

/** A conversion as the system that reported it may see it: without the identity of the visitor. */
export function reportedConversionView(listed: ListedConversion) {
  const { id, externalId, goal, at, value, currency, source, matchedBy, trialId, demo } = listed
  const { unverified, ambiguous, recordedAt, correctedAt, withdrawnAt, withdrawnReason } = listed
  return {
    ...{ id, externalId, goal, at, value, currency, source, matchedBy, unverified, ambiguous },
    ...{ trial: trialId, demo },
    ...{ recordedAt, correctedAt, withdrawnAt, withdrawnReason },
  }
}
