import type { ISql } from 'postgres'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import { arrayText } from './array-text'
import type { StoredEvent } from './trial-events'
import type { TrialKey, TrialProgress, TrialRow } from './trials'

/** The part of a trial that is needed to accept further events. */
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
 * The visitor whom all keys name, or null. Where tables are distributed, a statement that locks or writes must name its one
 * visitor by itself: the server does not look into joined keys.
 */
function soleVisitor(keys: readonly { visitorId: string }[]): string | null {
  const [first] = keys
  return first && keys.every(({ visitorId }) => visitorId === first.visitorId) ? first.visitorId : null
}

/**
 * Locks the trials that exist, in the order of their ids, so that two instances with overlapping groups do not
 * deadlock. Served by the primary key.
 */
export async function lockTrials(tx: ISql, keys: readonly TrialKey[]): Promise<LockedTrial[]> {
  const visitor = soleVisitor(keys)
  return tx<LockedTrial[]>`
    select
      trial.visitor_id as "visitorId", trial.id, revision_id as "revisionId", plan, role, seed,
      started_at as "startedAt", flags, signals, ruling, last_seq as "lastSeq", last_event_at as "lastEventAt",
      active_ms::float8 as "activeMs", wall_ms::float8 as "wallMs"
    from
      unnest(
        ${arrayText(keys.map(({ visitorId }) => visitorId))}::uuid[],
        ${arrayText(keys.map(({ id }) => id))}::uuid[]
      ) as key(visitor_id, id)
      join trial on trial.visitor_id = key.visitor_id and trial.id = key.id
    ${visitor === null ? tx`` : tx`where trial.visitor_id = ${visitor}`}
    order by trial.id
    for update of trial`
}

/** A trial, and the first wanted event of its trace. */
export type TracePart = TrialKey & { from: number }

/** The ends of several traces, each in order, by trial id. Served by the primary key. */
export async function listTraceParts(
  tx: ISql,
  parts: readonly TracePart[],
): Promise<Map<string, StoredEvent[]>> {
  const traces = new Map<string, StoredEvent[]>(parts.map(({ id }) => [id, []]))
  if (parts.length === 0) return traces
  const visitor = soleVisitor(parts)
  const rows = await tx<
    (Omit<StoredEvent, 'data' | 'by'> & {
      trialId: string
      data: TraceEvent['data'] | null
      by: 'shown' | null
    })[]
  >`
    select
      trial_id as "trialId", seq, at_ms::float8 as "at", type, data, active_ms as "activeMs",
      case when shown then 'shown' end as by, received_at as "receivedAt"
    from jsonb_to_recordset(${JSON.stringify(parts)}::text::jsonb) as part("visitorId" uuid, id uuid, "from" int)
    join trial_event on visitor_id = part."visitorId" and trial_id = part.id and seq >= part."from"
    ${visitor === null ? tx`` : tx`where visitor_id = ${visitor}`}
    order by trial_id, seq`
  for (const { trialId, data, by, ...event } of rows)
    traces.get(trialId)?.push({ ...event, ...(data && { data }), ...(by && { by }) })
  return traces
}

/** Accepted events of one trial. */
export type AcceptedTrace = TrialKey & { receivedAt: Date; events: readonly TraceEvent[] }

/** A new summary, for a trial whose last event is `after`. */
export type TrialAdvance = TrialKey & TrialProgress & { after: number }

/**
 * Adds events and writes the resulting summaries in one statement. A trial whose last event is not `after` is skipped
 * with its events: a lock can be lost with its connection, so the statement relies on none. Returns the number of
 * trials written. Served by the primary keys.
 */
export async function writeGroup(
  tx: ISql,
  group: { traces: readonly AcceptedTrace[]; advances: readonly TrialAdvance[] },
): Promise<number> {
  const visitor = soleVisitor(group.advances)
  const rows = await tx<{ written: number }[]>`
    with moved as (
      update trial set
        last_seq = now."lastSeq", last_event_at = now."lastEventAt", path = now.path, path_at = now."pathAt",
        last_state = now."lastState", tasks = now.tasks, steps = now.steps, shown = now.shown, undone = now.undone, hints = now.hints,
        detours = now.detours, score = now.score, counting = now.counting, active_ms = now."activeMs", wall_ms = now."wallMs", outcome = now.outcome,
        finished_at = now."finishedAt", flags = now.flags, signals = now.signals
      from json_to_recordset(${JSON.stringify(group.advances)}::text::json) as now(
        "visitorId" uuid, id uuid, after int, "lastSeq" int, "lastEventAt" timestamptz, path text[], "pathAt" bigint[],
        "lastState" text, tasks jsonb, steps int, shown int, undone int, hints int, detours int, score smallint, counting smallint, "activeMs" bigint, "wallMs" bigint,
        outcome text, "finishedAt" timestamptz, flags text[], signals jsonb)
      where trial.visitor_id = now."visitorId" and trial.id = now.id and trial.last_seq = now.after
        ${visitor === null ? tx`` : tx`and trial.visitor_id = ${visitor}`}
      returning trial.visitor_id, trial.id
    ), added as (
      insert into trial_event (visitor_id, trial_id, seq, at_ms, type, data, active_ms, shown, received_at)
      select visitor_id, id, seq, at_ms, type, data::jsonb, active_ms, shown, received_at
      from moved join ${traceRows(tx, group.traces)} using (visitor_id, id)
      ${visitor === null ? tx`` : tx`where visitor_id = ${visitor}`}
    )
    select count(*)::int as written from moved`
  return rows[0]?.written ?? 0
}

/** Adds events of several trials in one statement, for trials that are written whole. Served by the primary key. */
export async function insertTraces(tx: ISql, traces: readonly AcceptedTrace[]): Promise<void> {
  await tx`
    insert into trial_event (visitor_id, trial_id, seq, at_ms, type, data, active_ms, shown, received_at)
    select visitor_id, id, seq, at_ms, type, data::jsonb, active_ms, shown, received_at
    from ${traceRows(tx, traces)}`
}

/**
 * Events as rows, each with the trial and the time of its trace. Bound by column, which costs the server less than
 * JSON.
 */
function traceRows(tx: ISql, traces: readonly AcceptedTrace[]) {
  const { place, seq, at, type, data, activeMs, shown } = eventColumns(traces)
  return tx`
    (
      unnest(
        ${arrayText(traces.map(({ visitorId }) => visitorId))}::uuid[],
        ${arrayText(traces.map(({ id }) => id))}::uuid[],
        ${arrayText(traces.map(({ receivedAt }) => receivedAt))}::timestamptz[]
      ) with ordinality as trace(visitor_id, id, received_at, place)
      join unnest(
        ${arrayText(place)}::int[], ${arrayText(seq)}::int[], ${arrayText(at)}::bigint[],
        ${arrayText(type)}::text[], ${arrayText(data)}::text[], ${arrayText(activeMs)}::int[],
        ${arrayText(shown)}::boolean[]
      ) as event(place, seq, at_ms, type, data, active_ms, shown) using (place)
    )`
}

interface EventColumns {
  /** Position of the trace in the list, from 1. */
  place: number[]
  seq: number[]
  at: number[]
  type: string[]
  /** JSON text. */
  data: (string | null)[]
  activeMs: number[]
  shown: boolean[]
}

function eventColumns(traces: readonly AcceptedTrace[]): EventColumns {
  const columns: EventColumns = { place: [], seq: [], at: [], type: [], data: [], activeMs: [], shown: [] }
  traces.forEach(({ events }, index) => {
    for (const { seq, at, type, data, activeMs, by } of events) {
      columns.place.push(index + 1)
      columns.seq.push(seq)
      columns.at.push(at)
      columns.type.push(type)
      columns.data.push(data ? JSON.stringify(data) : null)
      columns.activeMs.push(activeMs)
      columns.shown.push(by === 'shown')
    }
  })
  return columns
}
