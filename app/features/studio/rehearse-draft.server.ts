import type { z } from 'zod'
import type { RecentTrace } from '#db/queries/recent-traces'
import { streamRecentTraces } from '#db/queries/recent-traces'
import { findRevisionById } from '#db/queries/revisions'
import type { BodyOf } from '~/domain/content/bodies'
import { compileDemo } from '~/domain/demo/compile'
import type { PastTrace } from '~/domain/demo/strand'
import { strand } from '~/domain/demo/strand'
import { permit } from '~/server/context'
import type { VerbArgs } from '~/server/context'
import { parseInput } from '~/server/parse-input'
import { readOrRefuse } from './find-or-refuse.server'
import type { Rehearsal } from './rehearsal'
import { documentSchema } from './schemas'

/** Traces that a rehearsal replays at most, the newest: some seconds of work, in pieces between other requests. */
const TRACES = 2_000

/**
 * Runs the last trials of the live revision on the saved draft of a demo, to say who would no longer get through, and at
 * which event. Null when nothing is live, nobody tried it, or the draft has errors.
 */
export async function rehearseDraft({
  ctx,
  input,
}: VerbArgs<z.input<typeof documentSchema>>): Promise<Rehearsal | null> {
  permit(ctx, 'documents.read')
  const { kind, slug } = parseInput(documentSchema, input)
  const document = await readOrRefuse(ctx.db, { kind, slug })
  const live = document.liveRevisionId ? await findRevisionById(ctx.db, document.liveRevisionId) : null
  const { body } = ctx.inspector.check(kind, slug, document.draftFiles)
  if (kind !== 'demo' || !live || !body) return null
  const compiled = compileDemo((body as BodyOf<'demo'>).demo)
  const recent = streamRecentTraces(ctx.sql, { demoSlug: slug, revisionId: live.id, limit: TRACES })
  const { traces, through, stops } = await strand(compiled, pastTraces(recent))
  return traces === 0 ? null : { revision: live.number, trials: traces, through, stops }
}

async function* pastTraces(recent: AsyncIterable<RecentTrace>): AsyncGenerator<PastTrace> {
  for await (const { id, plan, role, seed, startedAt, events } of recent) {
    yield {
      id,
      start: { plan, role, seed, startedAt: startedAt.getTime() },
      events: events.map(([seq, at, type, data, activeMs]) => ({
        ...{ seq, at, type, activeMs },
        ...(data && { data }),
      })),
    }
  }
}
