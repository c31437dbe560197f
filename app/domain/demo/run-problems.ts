import { explainSteps } from './explain'
import { eventsTo } from './explore'
import type { ExploredRun } from './explored-run'
import { bestSuccess, requiredTasks } from './ideal'
import type { Problem } from './problem'
import { strandedProblems } from './stranded'

/** What is wrong with one plan and start role by itself. */
export function runProblems(explored: ExploredRun): Problem[] {
  const required = requiredTasks(explored.start.compiled.demo)
  const best = bestSuccess(explored.exploration, required)
  return [
    ...failureProblems(explored),
    ...(best || !explored.exploration.complete ? strandedProblems(explored) : [noSuccess(explored)]),
    ...(best && explored.exploration.complete ? taskProblems(explored, required, best.tasksDone) : []),
    ...(explored.exploration.complete ? [] : [budgetProblem(explored)]),
  ]
}

/** Each expression that fails, with the shortest way to make it fail. */
function failureProblems({ start, exploration, failures }: ExploredRun): Problem[] {
  return failures.map(({ from, event, at, message }) => ({
    code: 'expression-failed',
    at,
    message: `This expression fails: ${message}`,
    severity: 'error',
    steps: explainSteps(start, [...eventsTo(exploration, from), ...(event ? [event] : [])]),
  }))
}

function noSuccess({ start, exploration }: ExploredRun): Problem {
  const deadEnd = exploration.configurations.find((one) => one.ending === null && one.successors.length === 0)
  return {
    code: 'no-success',
    at: 'machine',
    message: `Beginning as ${start.startRole} on ${start.plan}, no “final: success” can be reached with the inputs given. The steps lead to where it goes no further.`,
    severity: 'error',
    steps: deadEnd ? explainSteps(start, eventsTo(exploration, deadEnd.index)) : [],
  }
}

/** Required tasks that are done somewhere, but never by the time success is reached. */
function taskProblems(explored: ExploredRun, required: string[], doneAtBest: readonly string[]): Problem[] {
  const missing = required.filter((id) => !doneAtBest.includes(id) && !explored.undone.includes(id))
  return missing.map((id) => ({
    code: 'undone-task',
    at: `tasks.${id}.done`,
    message: `“${id}” can be done, but not on the same way to success as the other required tasks. Make it optional, or open a way that does them all.`,
    severity: 'warning',
  }))
}

function budgetProblem({ exploration, unreached, untaken, undone }: ExploredRun): Problem {
  const open = exploration.configurations.filter((one) => !one.expanded).length
  const unseen = [
    unseenList('states', unreached),
    unseenList('transitions', untaken),
    unseenList('tasks', undone),
  ].filter((part) => part !== '')
  const covered =
    unseen.length > 0
      ? `Not seen so far: ${unseen.join('; ')}.`
      : 'Every state, transition and task was seen.'
  return {
    code: 'budget-exhausted',
    at: 'machine',
    message: `Not proven: the budget ended after ${exploration.configurations.length} configurations, ${open} of them not followed. ${covered} Give the proof more, or bound what can pile up (rows that can be added without end, counters).`,
    severity: 'error',
  }
}

const MAX_NAMED = 10

function unseenList(kind: string, ids: readonly string[]): string {
  if (ids.length === 0) return ''
  const more = ids.length > MAX_NAMED ? ` and ${ids.length - MAX_NAMED} more` : ''
  return `${kind} ${ids.slice(0, MAX_NAMED).join(', ')}${more}`
}
