import { firstNamed, type FindingWords } from './finding-words'

type Lost = { ways: number; more: number }

const ways = ({ ways: count }: Lost) => (count > 1 ? ` (along ${count} paths)` : '')
const more = ({ more: count }: Lost) => (count > 0 ? ` ${count} more places like this were found.` : '')

function unseen(kind: string, ids: readonly string[]): string[] {
  const named = firstNamed(ids, (left) => ` and ${left} more`)
  return named === '' ? [] : [`${kind} ${named}`]
}

export const FINDINGS_EN: FindingWords = {
  'unreachable-state': ({ state }, { state: name }) =>
    `Nothing a prospect can do with the inputs given leads to ${name(state)}. Add a transition to it, an input that takes one, or remove it.`,
  'untaken-transition': ({ behind }) =>
    behind === null
      ? 'This transition is never taken with the inputs given. Add an input to the samples that takes it, or remove it.'
      : `This alternative is never tried, because the one before it (${behind}) is always taken. Give that one a condition that can fail, change their order, or remove this one.`,
  'transition-without-control': ({ event, state, screens }, names) =>
    `${names.state(state)} takes ${event}, but nothing on ${screens.length === 0 ? 'the screen there' : names.screens(screens)} ever sends it in that state. Put a control on the screen, check what hides it, or remove the transition.`,
  'control-without-taker': ({ event, states }, names) =>
    `This control is shown in ${names.states(states)}, where nothing takes ${event}: pressing it does nothing. Take the event there, hide the control with “if”, or give the state another screen.`,
  'guard-never-true': ({ source }) =>
    `This condition is never true with the inputs given, so what follows is never done: ${source}. Add an input that makes it true, correct it, or remove it.`,
  'guard-never-false': ({ source, shadowed }) =>
    `This condition is always true with the inputs given: ${source}. ${shadowed > 0 ? 'The alternatives after it are never tried. ' : ''}Add an input that makes it false, or drop the condition.`,
  'undone-task': ({ task, where, plan, role }, names) =>
    ({
      nowhere: `${names.task(task)} is never done, whatever is tried with the inputs given. Look at its “done” expression.`,
      'not-here': `${names.task(task)} can never be done as ${names.role(role)} on ${plan}, so the full score cannot be reached there. Make it optional, or name the feature that it shows.`,
      'not-together': `${names.task(task)} can be done, but not on the same path to success as the other required tasks. Make it optional, or open a path that does them all.`,
    })[where],
  'task-done-at-start': ({ task, plan, role }, names) =>
    `${names.task(task)} counts as done before the prospect has done anything${plan === null || role === null ? '' : ` as ${names.role(role)} on ${plan}`}. Make its “done” depend on something that only the prospect can bring about.`,
  'task-undone-later': ({ task, again }, names) =>
    `After these steps the condition of ${names.task(task)} is no longer true, yet the task stays done: it counts from the first moment that its condition was true.${again ? ' It can become true again later, and counts once.' : ''} If what is undone should not count, make it depend on something that lasts.`,
  stranded: (lost, names) =>
    `From ${names.states(lost.states)} success can no longer be reached${ways(lost)}: only starting over helps. Add a transition that leads on or back, or a guard before this step.${more(lost)}`,
  'dead-end': (lost, names) =>
    `${names.states(lost.states)} is a dead end${ways(lost)}: nothing on the screen can be pressed, and it is not final. Add a control that leads on or back, or make it final.${more(lost)}`,
  'parallel-blocked': ({ parallel, blocked, others, canLeave }, names) =>
    `Inside ${names.state(parallel)}, ${names.states(blocked)} can go no further once the other part has reached ${names.states(others)}: ${canLeave ? 'only leaving both helps' : 'both are stuck, and success is out of reach'}. Let it continue whatever the state of the other part, or keep the other part from getting there first.`,
  'no-success': ({ plan, role }, names) =>
    `Beginning as ${names.role(role)} on ${plan}, no “final: success” can be reached with the inputs given. The steps lead to a point from which nothing goes further.`,
  'budget-exhausted': ({ configurations, open, states, transitions, tasks }) => {
    const left = [
      ...unseen('states', states),
      ...unseen('transitions', transitions),
      ...unseen('tasks', tasks),
    ]
    const covered =
      left.length > 0 ? `Not seen so far: ${left.join('; ')}.` : 'Every state, transition and task was seen.'
    return `Not proven: the limit was reached after ${configurations} configurations, ${open} of them not explored. ${covered} Raise the limit of the proof, or bound what can pile up (rows that can be added without end, counters).`
  },
  'expression-failed': ({ reason }) => `This expression fails: ${reason}`,
}
