import { readBreakdownTally } from '#db/columns/boards/breakdown/breakdown-tally'
import { listPublishedBetween } from '#db/queries/revisions'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { MeasuredCell } from '~/domain/insight/breakdown/measures'
import { talliedBreakdown } from '~/domain/insight/breakdown/tallied-breakdown'
import {
  MAIN_MEASURE,
  OTHER_MEASURES,
  measureImpact,
  type ImpactMeasure,
  type MeasureImpact,
} from '~/domain/insight/impact/impact-measures'
import type { ImpactSide, ImpactWindows } from '~/domain/insight/impact/impact-windows'
import { mixChange } from '~/domain/insight/impact/mix-change'
import type { KeyCounts } from '~/domain/insight/key-counts'
import type { Context } from '~/platform/context/context'
import type { OpenedView } from '../filter/open-view.server'
import type { ImpactQuery } from './impact-query'
import type { RevisionImpact } from './impact-view'

/** Everything about one publish; null where nothing was before. */
export async function readRevisionImpact(
  ctx: Context,
  view: OpenedView<ImpactQuery>,
  { windows, documentId }: { windows: ImpactWindows | null; documentId: string },
): Promise<RevisionImpact | null> {
  if (!windows) return null
  const { before, after } = windows
  const impactOf = async (measure: ImpactMeasure): Promise<MeasureImpact> =>
    measureImpact(measure, await readCell(view, before, measure), await readCell(view, after, measure))
  const [main, others, publishes, channelsBefore, channelsAfter] = await Promise.all([
    impactOf(MAIN_MEASURE),
    Promise.all(OTHER_MEASURES.map(impactOf)),
    listPublishedBetween(ctx.db, { from: before.from, until: after.until, but: documentId }),
    readChannelMix(view, before),
    readChannelMix(view, after),
  ])
  return { windows, main, others, publishes, mix: mixChange(channelsBefore, channelsAfter) }
}

const ORDER = { column: 'key', descending: false } as const

/** A measure over the trials of one side. */
async function readCell(
  { reader, scope }: OpenedView<ImpactQuery>,
  side: ImpactSide,
  measure: ImpactMeasure,
): Promise<MeasuredCell> {
  const terms = { measure, by: ['demo'], order: ORDER } as const
  return talliedBreakdown(await readBreakdownTally(reader, sideScope(scope, side), terms), terms).all
}

async function readChannelMix(
  { reader, scope }: OpenedView<ImpactQuery>,
  side: ImpactSide,
): Promise<KeyCounts> {
  const terms = { measure: 'trials', by: ['channel'], order: ORDER } as const
  const { rows } = talliedBreakdown(await readBreakdownTally(reader, sideScope(scope, side), terms), terms)
  return new Map(rows.map(({ keys: [channel], trials }) => [String(channel), trials]))
}

const sideScope = (scope: BoardScope, { revision, from, until }: ImpactSide): BoardScope => ({
  ...scope,
  filter: { ...scope.filter, revision },
  range: { from, until },
})
