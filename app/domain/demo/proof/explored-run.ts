import type { CompiledDemo } from '../engine/compile'
import { explore, type Exploration, type ExploredFailure, type ExploreLimits } from './explore'
import { ProofSightings } from './proof-sightings'
import { beginRun, type Run } from '../engine/run'
import { WayRecorder } from './way-recorder'

/** The seed and start of every run that a proof makes: the same demo gives the same proof. */
export const PROOF_START = { seed: 'proof', startedAt: Date.UTC(2026, 0, 5, 9) }

/**
 * One plan and start role, explored. `unreached`, `untaken` and `undone` are in document order; `failures` has the
 * nearest failure of each expression, of those evaluated by events and those on screens.
 */
export type ExploredRun = {
  start: Run
  exploration: Exploration
  sightings: ProofSightings
  recorder: WayRecorder
  failures: ExploredFailure[]
  unreached: string[]
  untaken: string[]
  undone: string[]
}

/**
 * Explores a demo for one plan and start role.
 * @throws DomainError `invalid-input` when an expression fails at the start
 */
export function exploreRun(
  compiled: CompiledDemo,
  plan: string,
  role: string,
  limits: ExploreLimits,
): ExploredRun {
  const sightings = new ProofSightings(compiled)
  const recorder = new WayRecorder(compiled)
  const { visit, pass, watch } = sightings
  const { run: start, entered, taken } = beginRun(compiled, { plan, role, ...PROOF_START }, watch)
  const exploration = explore(start, { ...limits, visit, pass, watch, link: recorder.link })
  const reached = new Set([...entered, ...exploration.entered])
  const passed = new Set([...taken, ...exploration.taken])
  const done = new Set(exploration.configurations.flatMap((one) => one.tasksDone))
  return {
    start,
    exploration,
    sightings,
    recorder,
    failures: nearestFailures([...exploration.failures, ...sightings.failures.values()]),
    unreached: [...compiled.states.keys()].filter((id) => !reached.has(id)),
    untaken: compiled.transitions.flatMap(({ id }) => (passed.has(id) ? [] : [id])),
    undone: Object.keys(compiled.demo.tasks).filter((id) => !done.has(id)),
  }
}

function nearestFailures(failures: readonly ExploredFailure[]): ExploredFailure[] {
  const nearest = new Map<string, ExploredFailure>()
  for (const failure of failures) {
    const known = nearest.get(failure.at)
    if (!known || failure.from < known.from) nearest.set(failure.at, failure)
  }
  return [...nearest.values()]
}
