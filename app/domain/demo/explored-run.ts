import type { CompiledDemo } from './compile'
import { explore, type Exploration, type ExploreLimits } from './explore'
import { startRun, type Run } from './run'

/** The seed and start of every run that a proof makes: the same demo gives the same proof. */
export const PROOF_START = { seed: 'proof', startedAt: Date.UTC(2026, 0, 5, 9) }

/** One plan and start role, explored. `unreached`, `untaken` and `undone` are what was not seen, in document order. */
export type ExploredRun = {
  start: Run
  exploration: Exploration
  unreached: string[]
  untaken: string[]
  undone: string[]
}

/**
 * Explores a demo as one plan and start role.
 * @throws DomainError `invalid-input` when an expression fails before anything happened
 */
export function exploreRun(
  compiled: CompiledDemo,
  plan: string,
  role: string,
  limits: ExploreLimits,
): ExploredRun {
  const start = startRun(compiled, { plan, role, ...PROOF_START })
  const exploration = explore(start, limits)
  const reached = new Set([
    ...exploration.entered,
    ...withParents(compiled, start.path),
    ...withParents(compiled, start.states),
  ])
  const done = new Set(exploration.configurations.flatMap((one) => one.tasksDone))
  return {
    start,
    exploration,
    unreached: [...compiled.states.keys()].filter((id) => !reached.has(id)),
    untaken: compiled.transitions.flatMap(({ id }) => (exploration.taken.has(id) ? [] : [id])),
    undone: Object.keys(compiled.demo.tasks).filter((id) => !done.has(id)),
  }
}

function withParents(compiled: CompiledDemo, ids: readonly string[]): string[] {
  return ids.flatMap((id) => {
    const parent = compiled.states.get(id)?.parent
    return parent ? [id, ...withParents(compiled, [parent])] : [id]
  })
}
