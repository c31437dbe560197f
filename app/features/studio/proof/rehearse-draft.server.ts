import type { RecentTrace } from '#db/queries/recent-traces'
import { streamRecentTraces } from '#db/queries/recent-traces'
import { findLiveRevision } from '#db/queries/revisions'
import type { BodyOf } from '~/domain/content/bodies'
import type { PastTrace, RehearsalReport } from '~/domain/demo/proof/rehearse-traces'
import { joinRehearsals } from '~/domain/demo/proof/rehearse-traces'
import { verb } from '~/platform/verb/verb'
import { readOrRefuse } from '../documents/find-or-refuse.server'
import type { Rehearsal } from './rehearsal'
import { documentKeySchema } from '../schemas'

/** Traces that a rehearsal replays at most, the newest. */
const TRACES = 2_000

/**
 * Runs the last trials of the live revision on the saved draft of a demo, to say who would no longer get through, and at
 * which event. Null when nothing is live, nobody tried it, or the draft has errors.
 */
export const rehearseDraft = verb(
  { permission: 'documents.read', input: documentKeySchema },
  async ({ ctx, input: { kind, slug } }): Promise<Rehearsal | null> => {
    const document = await readOrRefuse(ctx.db, { kind, slug })
    const live = await findLiveRevision(ctx.db, document)
    const { body } = await ctx.inspector.check(kind, slug, document.draftFiles)
    if (kind !== 'demo' || !live || !body) return null
    const { demo } = body as BodyOf<'demo'>
    const recent = streamRecentTraces(ctx.sql, { demoSlug: slug, revisionId: live.id, limit: TRACES })
    let report: RehearsalReport = { traces: 0, through: 0, stops: [] }
    for await (const traces of inGroups(pastTraces(recent))) {
      report = joinRehearsals(report, await ctx.inspector.rehearse(demo, traces))
    }
    const { traces, through, stops } = report
    return traces === 0 ? null : { revision: live.number, trials: traces, through, stops }
  },
)

/** Traces sent to the thread at once: few enough for memory, many enough that the demo is seldom compiled. */
const GROUP = 250

async function* inGroups(traces: AsyncIterable<PastTrace>): AsyncGenerator<PastTrace[]> {
  let group: PastTrace[] = []
  for await (const trace of traces) {
    group.push(trace)
    if (group.length < GROUP) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}

async function* pastTraces(recent: AsyncIterable<RecentTrace>): AsyncGenerator<PastTrace> {
  for await (const { id, plan, role, seed, startedAt, events } of recent) {
    yield {
      id,
      start: { plan, role, seed, startedAt: startedAt.getTime() },
      events: events.map(([seq, at, type, data, activeMs, shown]) => ({
        ...{ seq, at, type, activeMs },
        ...(data && { data }),
        ...(shown && { by: 'shown' as const }),
      })),
    }
  }
}
