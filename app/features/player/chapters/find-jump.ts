import { startRun, type Run } from '~/domain/demo/engine/run'
import { Ways } from '~/domain/demo/engine/way/ways'
import type { CarriedTrial, JumpGoal, JumpSteps } from './jump'

/** Limits of the search where the goal is not on the remaining way, so that a prospect does not wait. */
const MAX_CONFIGURATIONS = 4_000
const MAX_MS = 2_000

/** The steps of a jump, or null when nothing leads there. The search code is loaded on first use. */
export async function findJump(run: Run, goal: JumpGoal): Promise<JumpSteps | null> {
  if ('trial' in goal) return carried(run, goal.trial)
  const { shownWay } = await import('~/domain/demo/proof/shown-way')
  const clock = () => performance.now()
  const limits = { maxConfigurations: MAX_CONFIGURATIONS, deadline: clock() + MAX_MS, clock }
  const events = shownWay(run, goal, limits)
  return events && { events, stopped: null }
}

async function carried(run: Run, { plan, events, ways }: CarriedTrial): Promise<JumpSteps> {
  const { carryInputs } = await import('~/domain/demo/compare/carry-inputs')
  const { compiled, startRole: role, seed, startedAt } = run
  const known = ways && new Ways(compiled, ways)
  return carryInputs(startRun(compiled, { plan, role, seed, startedAt, ways: known }), run, events)
}
