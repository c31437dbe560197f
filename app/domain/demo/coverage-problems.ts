import type { CompiledDemo } from './compile'
import type { ExploredRun } from './explored-run'
import type { Problem } from './problem'

/**
 * What no plan and no start role ever sees. Nothing is said unless every run was explored to its end: what is not seen within
 * a budget may still be there.
 */
export function sharedProblems(compiled: CompiledDemo, runs: readonly ExploredRun[]): Problem[] {
  if (!runs.every((run) => run.exploration.complete)) return []
  const everywhere = (ids: (run: ExploredRun) => string[]) =>
    runs.map(ids).reduce((common, list) => common.filter((id) => list.includes(id)))
  return [
    ...everywhere((run) => run.unreached).map((id) => unreachable(compiled, id)),
    ...everywhere((run) => run.untaken).map(untaken),
    ...everywhere((run) => run.undone).map((id) => undone(compiled, id)),
  ]
}

/** Required tasks that this run never does though another does: right for a plan that lacks the feature, else a mistake. */
export function planProblems(
  compiled: CompiledDemo,
  run: ExploredRun,
  runs: readonly ExploredRun[],
): Problem[] {
  if (!run.exploration.complete) return []
  const elsewhere = run.undone.filter((id) => runs.some((other) => !other.undone.includes(id)))
  return elsewhere.flatMap((id): Problem[] => {
    const task = compiled.demo.tasks[id]
    if (!task || task.optional || task.feature) return []
    const message = `“${id}” can never be done as ${run.start.startRole} on ${run.start.plan}, so no full score either. Make it optional, or give it the feature that it shows.`
    return [{ code: 'undone-task', at: `tasks.${id}.done`, message, severity: 'warning' }]
  })
}

function unreachable(compiled: CompiledDemo, id: string): Problem {
  const message = `Nothing that can be done with the inputs given leads to “${id}”. Add a transition to it, an input that takes one, or remove it.`
  return { code: 'unreachable-state', at: compiled.states.get(id)?.at ?? id, message, severity: 'error' }
}

function untaken(id: string): Problem {
  const message =
    'This transition is never taken with the inputs given. Add an input to the samples that takes it, or remove it.'
  return { code: 'untaken-transition', at: id, message, severity: 'warning' }
}

function undone(compiled: CompiledDemo, id: string): Problem {
  const severity = compiled.demo.tasks[id]?.optional ? 'warning' : 'error'
  const message = `“${id}” is never done, whatever is tried with the inputs given. Look at its “done” expression.`
  return { code: 'undone-task', at: `tasks.${id}.done`, message, severity }
}
