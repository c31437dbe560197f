import { readChangeCells } from '#db/columns/boards/change-cells'
import { readOwnCounts } from '#db/columns/boards/count-sets'
import { listRevisionsBetween } from '#db/queries/revisions'
import type { BoardScope } from '~/domain/insight/board-scope'
import { CHANGED_MEASURES } from '~/domain/insight/contributions/contribution'
import { contributions, largestContributions } from '~/domain/insight/contributions/contributions'
import { difference } from '~/domain/insight/difference'
import { rateEstimate } from '~/domain/insight/estimate'
import { periodBefore } from '~/domain/insight/period-before'
import { isEnough, proportion, type Proportion } from '~/domain/insight/proportion'
import type { Context } from '~/platform/context/context'
import type { OpenedView } from '../filter/open-view.server'
import type { Changes } from './change-view'

const MOST_OF_A_MEASURE = 2

/** What changed most since the period before, and what may explain it; null for all time, which has nothing before it. */
export async function readChanges(ctx: Context, view: OpenedView<object>): Promise<Changes | null> {
  const { reader, scope, range } = view
  const before = periodBefore(range, scope.clock.now, scope.timeZone)
  if (!before) return null
  const earlier = { ...scope, range: before }
  const [now, then, flaggedNow, flaggedThen, revisions] = await Promise.all([
    readChangeCells(reader, scope),
    readChangeCells(reader, earlier),
    readFlagged(view, scope),
    readFlagged(view, earlier),
    listRevisionsBetween(ctx.db, 'demo', before.from, scope.clock.now),
  ])
  const changes = CHANGED_MEASURES.flatMap((measure) =>
    largestContributions(contributions(measure, now, then), MOST_OF_A_MEASURE),
  ).map((one) => {
    const found = one.dimension === 'demo' ? revisions.find(({ slug }) => slug === one.value) : undefined
    return { ...one, revision: found ? { number: found.number, publishedAt: found.createdAt } : null }
  })
  return { changes, flagged: clearChange(flaggedNow, flaggedThen) }
}

async function readFlagged({ reader }: OpenedView<object>, scope: BoardScope): Promise<Proportion> {
  const everyone = { ...scope, filter: { ...scope.filter, flagged: true } }
  const { flagged, started } = await readOwnCounts(reader, everyone)
  return proportion(flagged, started)
}

function clearChange(now: Proportion, before: Proportion): Changes['flagged'] {
  if (!isEnough(now.denominator) || !isEnough(before.denominator)) return null
  const estimate = ({ numerator, denominator }: Proportion) => rateEstimate(numerator, denominator)
  const { low, high } = difference(estimate(now), estimate(before))
  return low > 0 || high < 0 ? { now, before } : null
}
