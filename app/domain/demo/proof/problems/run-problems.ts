import { eventsTo } from '../explore'
import type { ExploredRun } from '../explored-run'
import type { Finding } from '../finding'
import { bestSuccess, requiredTasks } from '../ideal'
import { leavingProblems } from './parallel-problems'
import { findDeadEnds, deadEndProblems } from '../dead-ends'
import { doneAtStartHere, undoneLater } from './task-problems'

/** Problems of one plan and start role. `runs` are all of them, this one included. */
export function runProblems(explored: ExploredRun, runs: readonly ExploredRun[]): Finding[] {
  const { exploration, start } = explored
  const { complete } = exploration
  const required = requiredTasks(start.compiled.demo)
  const best = bestSuccess(exploration, required)
  const stranded = new Set(findDeadEnds(exploration))
  return [
    ...failureProblems(explored),
    ...(best || !complete ? deadEndProblems(explored, stranded) : [noSuccess(explored)]),
    ...(best && complete ? leavingProblems(explored, stranded) : []),
    ...(best && complete ? apartProblems(explored, required, best.tasksDone) : []),
    ...undoneLater(explored),
    ...(complete ? undoneHere(explored, runs) : []),
    ...doneAtStartHere(explored, runs),
    ...(complete ? [] : [budgetProblem(explored)]),
  ]
}

/** Each expression that fails, with the shortest way to make it fail. */
function failureProblems({ exploration, failures }: ExploredRun): Finding[] {
  return failures.map(({ from, event, at, message }) => ({
    code: 'expression-failed',
    at,
    severity: 'error',
    details: { reason: message },
    events: [...eventsTo(exploration, from), ...(event ? [event] : [])],
  }))
}

function noSuccess({ start, exploration }: ExploredRun): Finding {
  const deadEnd = exploration.configurations.find((one) => one.ending === null && one.successors.length === 0)
  return {
    code: 'no-success',
    at: 'machine',
    severity: 'error',
    details: { plan: start.plan, role: start.startRole },
    events: deadEnd ? eventsTo(exploration, deadEnd.index) : [],
  }
}

/** Required tasks, offered from the start, that are done somewhere, but never on a way to success. */
function apartProblems(explored: ExploredRun, required: string[], doneAtBest: readonly string[]): Finding[] {
  const { tasks } = explored.start.compiled.demo
  const always = required.filter((id) => tasks[id]?.offered === undefined)
  const missing = always.filter((id) => !doneAtBest.includes(id) && !explored.undone.includes(id))
  return missing.map((task) => undoneTask(explored, task, 'not-together'))
}

/**
 * Required tasks that this run never does though another does: right for a plan that lacks the feature, else a
 * mistake.
 */
function undoneHere(run: ExploredRun, runs: readonly ExploredRun[]): Finding[] {
  const elsewhere = run.undone.filter((id) => runs.some((other) => !other.undone.includes(id)))
  return elsewhere.flatMap((id) => {
    const task = run.start.compiled.demo.tasks[id]
    return !task || task.optional || task.feature ? [] : [undoneTask(run, id, 'not-here')]
  })
}

function undoneTask({ start }: ExploredRun, task: string, where: 'not-here' | 'not-together'): Finding {
  const details = { task, where, plan: start.plan, role: start.startRole }
  return { code: 'undone-task', at: `tasks.${task}.done`, severity: 'warning', details }
}

function budgetProblem({ exploration, unreached, untaken, undone }: ExploredRun): Finding {
  return {
    code: 'budget-exhausted',
    at: 'machine',
    severity: 'error',
    details: {
      configurations: exploration.configurations.length,
      open: exploration.configurations.filter((one) => !one.expanded).length,
      ...{ states: unreached, transitions: untaken, tasks: undone },
    },
  }
}
