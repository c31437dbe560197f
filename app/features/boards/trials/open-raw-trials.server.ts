import { z } from 'zod'
import { readRawTrials, type FoundTrial } from '#db/columns/boards/raw-trials'
import { listEventsOf, type EventOfTrial } from '#db/queries/trial-events'
import { DomainError } from '~/domain/errors'
import type { IgnoredParameter } from '~/domain/ignored-parameter'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { ChosenSegment } from '~/domain/insight/segment/segment-rule'
import { parseTrialSet, type TrialSet } from '~/domain/insight/trial-set'
import type { Context } from '~/platform/context/context'
import { querySchema } from '~/platform/http/read-query'
import { parseInput } from '~/platform/http/parse-input'
import { optional, trialListSchema } from '../filter/board-query'
import { chosenSegment } from '../filter/chosen-segment.server'
import type { ResolvedQuery, TrialListQuery } from '../filter/board-query'
import type { BoardPeriod } from '../figures/board-views'
import { openView } from '../filter/open-view.server'

/** A set of trials of which none was read yet. */
export interface RawTrials {
  query: ResolvedQuery<TrialListQuery>
  leftOut: readonly IgnoredParameter[]
  period: BoardPeriod
  scope: BoardScope
  set: TrialSet
  /** A segment of which each trial is told whether its visitor is in it. */
  belongs: ChosenSegment | undefined
}

/** So many that one statement takes well below a second, and few enough to be kept in memory. */
const PIECE = 5_000
/** A trace has many events. */
const PIECE_OF_TRACES = 200

const inputSchema = querySchema(
  trialListSchema
    .omit({ sort: true, direction: true, before: true, columns: true })
    .extend({ belongs: optional(z.uuid()) }),
)

/** Opens the set of trials that an address names. Its order is that of their start. */
export async function openRawTrials(
  ctx: Context,
  parameters: z.input<typeof inputSchema>,
): Promise<RawTrials> {
  const { query: asked, leftOut } = parseInput(inputSchema, parameters)
  const set = parseTrialSet(asked.set) ?? { name: 'started' as const }
  const { belongs: segmentId, ...of } = asked
  const { query, scope, period } = await openView(ctx, of)
  const belongs = await chosenSegment(ctx, segmentId, scope.clock.now)
  return { query: { ...query, sort: 'started', direction: 'asc' }, leftOut, period, scope, set, belongs }
}

/** The next trials at the watermark at which the set was opened. @throws DomainError `gone` when it is no longer kept */
export async function nextRawTrials(
  ctx: Context,
  { query, scope, set, belongs }: RawTrials,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<FoundTrial[]> {
  const { reader, movedOn } = await ctx.columns.read({ asOfMs: query.asOf, signal: ctx.signal })
  if (movedOn) throw new DomainError('gone', 'The figures of this moment are no longer kept. Begin again.')
  return readRawTrials(reader, { scope, set, search: query.search, belongs, after, limit })
}

/** All trials of the set, a piece at a time: the next is read when the one before was taken. */
export async function* piecesOfTrials(
  trials: RawTrials,
  ctx: Context,
  limit = PIECE,
): AsyncGenerator<FoundTrial[]> {
  for (let after = trials.query.after; ;) {
    ctx.signal?.throwIfAborted()
    const found = await nextRawTrials(ctx, trials, { after, limit })
    if (found.length > 0) yield found
    if (found.length < limit) return
    after = found.at(-1)?.id
  }
}

/** The traces of all trials of the set, as far as they were there at its watermark. */
export async function* piecesOfEvents(trials: RawTrials, ctx: Context): AsyncGenerator<EventOfTrial[]> {
  for await (const found of piecesOfTrials(trials, ctx, PIECE_OF_TRACES)) {
    yield await listEventsOf(ctx.reports, found, trials.period.asOf)
  }
}
