import { groupBy } from '../group-by'
import type { MeasureClock, MeasuredTrial } from '../measured-trial'
import { isInSet } from '../set-membership'
import type { PlainSet } from '../trial-set'
import type { ChangeCell } from './contribution'

/** The oracle: trials by demo, plan, channel and role. */
export function changeCells(rows: readonly MeasuredTrial[], clock: MeasureClock): ChangeCell[] {
  const keyOf = ({ demoSlug, plan, channel, role }: MeasuredTrial) =>
    JSON.stringify([demoSlug, plan, channel, role])
  return [...groupBy(rows, keyOf).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const size = (name: PlainSet) => own.filter((row) => isInSet({ name }, row, clock)).length
    const { demoSlug: demo, plan, channel, role } = first
    const counts = { finished: size('finished'), matured: size('matured'), converted: size('converted') }
    return [{ demo, plan, channel, role, trials: own.length, ...counts }]
  })
}
