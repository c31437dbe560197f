import type { CompiledDemo } from '../../engine/compile'
import { idleControlProblems } from './control-problems'
import type { ExploredRun } from '../explored-run'
import type { Finding } from '../finding'
import { guardProblems } from './guard-problems'
import { doneAtStart } from './task-problems'
import { transitionProblems } from './transition-problems'

/**
 * Findings that hold under every plan and start role. None unless every run was explored completely: something not
 * seen within a budget may still exist.
 */
export function sharedProblems(compiled: CompiledDemo, runs: readonly ExploredRun[]): Finding[] {
  if (!runs.every((run) => run.exploration.complete)) return []
  const guards = guardProblems(compiled, runs)
  return [
    ...inEveryRun(runs, (run) => run.unreached).map((id) => unreachable(compiled, id)),
    ...transitionProblems(
      compiled,
      runs,
      inEveryRun(runs, (run) => run.untaken),
    ),
    ...guards,
    ...idleControlProblems(runs),
    ...inEveryRun(runs, (run) => run.undone).map((id) => undone(compiled, id)),
    ...inEveryRun(runs, doneAtStart).map((id) => startsDone(compiled, id)),
  ]
}

/** The ids that are in the list of every run. */
function inEveryRun(runs: readonly ExploredRun[], ids: (run: ExploredRun) => string[]): string[] {
  return runs.map(ids).reduce((common, list) => common.filter((id) => list.includes(id)))
}

function unreachable(compiled: CompiledDemo, id: string): Finding {
  const at = compiled.states.get(id)?.at ?? id
  return { code: 'unreachable-state', at, severity: 'error', details: { state: id } }
}

function undone({ demo }: CompiledDemo, task: string): Finding {
  const severity = demo.tasks[task]?.optional ? 'warning' : 'error'
  const details = { task, where: 'nowhere', plan: '', role: '' } as const
  return { code: 'undone-task', at: `tasks.${task}.done`, severity, details }
}

/** Points for a task that is done without effort make every score wrong; those of an optional task matter less. */
function startsDone({ demo }: CompiledDemo, task: string): Finding {
  const severity = demo.tasks[task]?.optional ? 'warning' : 'error'
  const details = { task, plan: null, role: null }
  return { code: 'task-done-at-start', at: `tasks.${task}.done`, severity, details }
}
