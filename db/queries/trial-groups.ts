import type { ISql } from 'postgres'
import type { TraceEvent } from '~/domain/trial/trace'
import type { StoredEvent } from './trial-events'
import type { TrialKey, TrialProgress, TrialRow } from './trials'

/** What it takes to go on with a trial. */
export type LockedTrial = Pick<
  TrialRow,
  | 'visitorId'
  | 'id'
  | 'revisionId'
  | 'plan'
  | 'role'
  | 'seed'
  | 'startedAt'
  | 'flags'
  | 'signals'
  | 'ruling'
  | 'lastSeq'
  | 'lastEventAt'
  | 'activeMs'
  | 'wallMs'
>

/**
 * The trials that are there, held until the transaction ends. Always in the order of their ids: two instances that lock
 * overlapping groups then wait for each other instead of for ever. Served by the primary key.
 */
export async function lockTrials(tx: ISql, keys: readonly TrialKey[]): Promise<LockedTrial[]> {
  return tx<LockedTrial[]>`
    select
      trial.visitor_id as "visitorId", trial.id, revision_id as "revisionId", plan, role, seed,
      started_at as "startedAt", flags, signals, ruling, last_seq as "lastSeq", last_event_at as "lastEventAt",
      active_ms::float8 as "activeMs", wall_ms::float8 as "wallMs"
    from jsonb_to_recordset(${JSON.stringify(keys)}::text::jsonb) as key("visitorId" uuid, id uuid)
    join trial on trial.visitor_id = key."visitorId" and trial.id = key.id
    order by trial.id
    for update of trial`
}

/** A trial, and the first event of its trace that is wanted. */
export type TracePart = TrialKey & { from: number }

/** The ends of several traces, each in order, by trial id. Served by the primary key. */
export async function listTraceParts(
  tx: ISql,
  parts: readonly TracePart[],
): Promise<Map<string, StoredEvent[]>> {
  const traces = new Map<string, StoredEvent[]>(parts.map(({ id }) => [id, []]))
  if (parts.length === 0) return traces
  const rows = await tx<(Omit<StoredEvent, 'data'> & { trialId: string; data: TraceEvent['data'] | null })[]>`
    select
      trial_id as "trialId", seq, at_ms::float8 as "at", type, data, active_ms as "activeMs",
      received_at as "receivedAt"
    from jsonb_to_recordset(${JSON.stringify(parts)}::text::jsonb) as part("visitorId" uuid, id uuid, "from" int)
    join trial_event on visitor_id = part."visitorId" and trial_id = part.id and seq >= part."from"
    order by trial_id, seq`
  for (const { trialId, data, ...event } of rows)
    traces.get(trialId)?.push({ ...event, ...(data && { data }) })
  return traces
}

/** Accepted events of one trial. */
export type AcceptedTrace = TrialKey & { receivedAt: Date; events: readonly TraceEvent[] }

/** A summary that is to replace the one of a trial whose last event was `after`. */
export type TrialAdvance = TrialKey & TrialProgress & { after: number }

/**
 * Adds events and writes the summaries that follow from them, in one statement. Whoever no longer stands at `after` is
 * passed over with their events: a lock can be lost with its connection, so the statement trusts none. Gives the number
 * of trials written. Served by the primary keys.
 */
export async function writeGroup(
  tx: ISql,
  group: { traces: readonly AcceptedTrace[]; advances: readonly TrialAdvance[] },
): Promise<number> {
  const rows = await tx<{ written: number }[]>`
    with moved as (
      update trial set
        last_seq = now."lastSeq", last_event_at = now."lastEventAt", path = now.path,
        last_state = now."lastState", tasks = now.tasks, hints = now.hints, detours = now.detours,
        score = now.score, active_ms = now."activeMs", wall_ms = now."wallMs", outcome = now.outcome,
        finished_at = now."finishedAt", flags = now.flags, signals = now.signals
      from jsonb_to_recordset(${JSON.stringify(group.advances)}::text::jsonb) as now(
        "visitorId" uuid, id uuid, after int, "lastSeq" int, "lastEventAt" timestamptz, path text[],
        "lastState" text, tasks jsonb, hints int, detours int, score smallint, "activeMs" bigint, "wallMs" bigint,
        outcome text, "finishedAt" timestamptz, flags text[], signals jsonb)
      where trial.visitor_id = now."visitorId" and trial.id = now.id and trial.last_seq = now.after
      returning trial.visitor_id, trial.id
    ), added as (
      insert into trial_event (visitor_id, trial_id, seq, at_ms, type, data, active_ms, received_at)
      select moved.visitor_id, moved.id, seq, at, type, data, "activeMs", "receivedAt"
      from
        moved
        join jsonb_to_recordset(${JSON.stringify(group.traces)}::text::jsonb)
          as trace("visitorId" uuid, id uuid, "receivedAt" timestamptz, events jsonb)
          on trace."visitorId" = moved.visitor_id and trace.id = moved.id,
        jsonb_to_recordset(trace.events)
          as event(seq int, at bigint, type text, data jsonb, "activeMs" int)
    )
    select count(*)::int as written from moved`
  return rows[0]?.written ?? 0
}

/** Adds events of several trials in one statement, for trials that are written as a whole. Served by the primary key. */
export async function insertTraces(tx: ISql, traces: readonly AcceptedTrace[]): Promise<void> {
  await tx`
    insert into trial_event (visitor_id, trial_id, seq, at_ms, type, data, active_ms, received_at)
    select trace."visitorId", trace.id, seq, at, type, data, "activeMs", "receivedAt"
    from
      jsonb_to_recordset(${JSON.stringify(traces)}::text::jsonb)
        as trace("visitorId" uuid, id uuid, "receivedAt" timestamptz, events jsonb),
      jsonb_to_recordset(trace.events)
        as event(seq int, at bigint, type text, data jsonb, "activeMs" int)`
}
