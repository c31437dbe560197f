import type { ISql } from 'postgres'
import type { trial, visitor } from '#db/schema/trial'

type Insert<Row> = { [Column in keyof Row]-?: Exclude<Row[Column], undefined> }
export type BulkVisitor = Insert<typeof visitor.$inferInsert>
/** Columns of judgement start as they do for every trial. */
export type BulkTrial = Omit<Insert<typeof trial.$inferInsert>, 'signals' | 'ruling' | 'network' | 'farmId'>

/** Adds visitors in one statement. */
export async function insertVisitors(sql: ISql, visitors: readonly BulkVisitor[]): Promise<void> {
  await sql`
    insert into visitor (visitor_id, first_seen_at, consent, first_touch)
    select "visitorId", "firstSeenAt", consent, "firstTouch"
    from jsonb_to_recordset(${JSON.stringify(visitors)}::text::jsonb) as row(
      "visitorId" uuid, "firstSeenAt" timestamptz, consent text, "firstTouch" jsonb)`
}

/** Adds trials in one statement, with their summaries. Their visitors are there. */
export async function insertTrials(sql: ISql, trials: readonly BulkTrial[]): Promise<void> {
  await sql`
    insert into trial (
      visitor_id, id, demo_slug, revision_id, revision_number, plan, role, locale, seed, started_at, touch, channel,
      device, "returning", flags, restarted_from, resume_hash, last_seq, last_event_at, path, last_state, tasks, hints,
      detours, score, active_ms, wall_ms, outcome, finished_at)
    select
      "visitorId", id, "demoSlug", "revisionId", "revisionNumber", plan, role, locale, seed, "startedAt", touch, channel,
      device, "returning", flags, "restartedFrom", "resumeHash", "lastSeq", "lastEventAt", path, "lastState", tasks, hints,
      detours, score, "activeMs", "wallMs", outcome, "finishedAt"
    from jsonb_to_recordset(${JSON.stringify(trials)}::text::jsonb) as row(
      "visitorId" uuid, id uuid, "demoSlug" text, "revisionId" uuid, "revisionNumber" int, plan text, role text,
      locale text, seed text, "startedAt" timestamptz, touch jsonb, channel text, device text, "returning" int,
      flags text[], "restartedFrom" uuid, "resumeHash" text, "lastSeq" int, "lastEventAt" timestamptz, path text[],
      "lastState" text, tasks jsonb, hints int, detours int, score smallint, "activeMs" bigint, "wallMs" bigint,
      outcome text, "finishedAt" timestamptz)`
}
