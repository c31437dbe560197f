import { readConversionTally } from '#db/columns/boards/conversion-tally'
import { readValueSums } from '#db/columns/boards/value-sums'
import { readStageDays } from '#db/columns/boards/stages/stage-days'
import { listPeople } from '#db/queries/people'
import { listStageTargets } from '#db/queries/stage-targets'
import type { Day } from '~/domain/day'
import { isAllowed } from '~/domain/access/permissions'
import type { BoardScope } from '~/domain/insight/board-scope'
import { conversionMeasure, type ConversionMeasure } from '~/domain/insight/conversion'
import { conversionValue } from '~/domain/insight/conversion-value'
import { periodBefore } from '~/domain/insight/period-before'
import { sumStages, type StageDays } from '~/domain/insight/stages/stage-counts'
import { stageChanges, stageFigures, type StageTally } from '~/domain/insight/stages/stage-figures'
import { judgeTarget, targetOn, type NamedTarget } from '~/domain/insight/stages/stage-targets'
import { coarser, stageTrend } from '~/domain/insight/stages/stage-trend'
import { startOfDay } from '~/domain/insight/time-zone'
import { workspaceRates } from '~/platform/context/workspace-settings'
import { isPermitted } from '~/platform/context/is-permitted'
import type { Context } from '~/platform/context/context'
import type { BoardQuery } from '../filter/board-query'
import type { OpenedView } from '../filter/open-view.server'
import type { StageBoard, StageTarget } from './stage-views'

/** The five stages of a view, beside the period before, each with its target. */
export async function readStages(
  ctx: Context,
  view: OpenedView<BoardQuery>,
): Promise<StageBoard & { conversion: ConversionMeasure }> {
  const { scope, range, period } = view
  const before = periodBefore(range, scope.clock.now, scope.timeZone)
  const { unit, goal } = view.query
  const [now, then, entries, people, sums, rates] = await Promise.all([
    readTally(view, spanOf(view)),
    before && readTally(view, { scope: { ...scope, range: before }, from: before.from, until: before.until }),
    listStageTargets(ctx.db),
    isPermitted(ctx, 'targets.manage') ? listPeople(ctx.db) : [],
    readValueSums(view.reader, scope, { unit, goal }),
    workspaceRates(ctx),
  ])
  const changes = then && stageChanges(now.tally, then.tally)
  const stages = stageFigures(now.tally).map((figure) => {
    const own = entries.filter(({ stage }) => stage === figure.stage)
    return {
      ...figure,
      change: changes?.[figure.stage] ?? null,
      trend: stageTrend(figure.stage, now.days, coarser(period.trend)),
      target: targetFor(own, period.trend.last, (target) => judgeTarget(figure, target)),
      history: [...own].reverse(),
    }
  })
  const readers = people.filter(({ roles }) => isAllowed(roles, 'boards.read'))
  return {
    ...{ stages, counts: now.tally.counts, conversion: now.tally.conversion },
    value: conversionValue({ unit, goal }, sums, rates),
    mayManage: isPermitted(ctx, 'targets.manage'),
    people: readers.map(({ id, name }) => ({ id, name })),
  }
}

interface Span {
  scope: BoardScope
  from: Date
  until: Date
}

/** From the first day there is to now, or to the end of the range. */
function spanOf({ scope, range, period }: OpenedView<BoardQuery>): Span {
  const { now } = scope.clock
  const until = range.until !== null && range.until < now ? range.until : now
  return { scope, from: range.from ?? startOfDay(period.trend.first, scope.timeZone), until }
}

async function readTally(
  { reader, query: { unit, goal } }: OpenedView<BoardQuery>,
  { scope, from, until }: Span,
): Promise<{ tally: StageTally; days: StageDays }> {
  const terms = { unit, goal }
  const [days, tally] = await Promise.all([
    readStageDays(reader, scope, terms),
    readConversionTally(reader, scope, terms),
  ])
  const conversion = conversionMeasure(terms, tally, scope.clock)
  const isOver = until < scope.clock.now
  const ms = until.getTime() - from.getTime()
  return { tally: { counts: sumStages(days.values()), conversion, ms, isOver }, days }
}

/** What held on the last day of the period. */
function targetFor(
  entries: readonly NamedTarget[],
  day: Day,
  judge: (target: number) => StageTarget['verdict'],
): StageTarget | null {
  const entry = targetOn(entries, day)
  if (!entry) return null
  const { target, holdsFrom, ownerName } = entry
  return { value: target, holdsFrom, ownerName, verdict: target === null ? null : judge(target) }
}
