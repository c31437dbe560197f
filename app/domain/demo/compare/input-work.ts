import type { CompiledDemo } from '../engine/compile'
import type { ComparedInput } from './compared-input'
import { taskMarks } from '../engine/done-tasks'
import { step, type Run, type StepResult } from '../engine/run'

/** What an input did where it was given. */
export type InputWork = {
  /** The kind of step and its place in the process: the event, and the states whose transitions took it. */
  place: string
  /** The moment of the process, equal for the same one come to again; null when it is not known. */
  moment: number | null
  /** False for a step after which nothing can go otherwise, such as one that only changes an error text. */
  works: boolean
}

type Taken = StepResult & { ok: true }

/** What a step did that was just taken. */
export function workOf(before: Run, type: string, { run: after, taken }: Taken): InputWork {
  return {
    place: placeOf(before.compiled, type, taken),
    moment: before.way?.place ?? null,
    works: isWork(before, after),
  }
}

function placeOf(
  { transitions, isEventTransition }: CompiledDemo,
  type: string,
  taken: readonly string[],
): string {
  const moved = new Set(taken.filter(isEventTransition))
  const sources = transitions.flatMap(({ id, source }) => (moved.has(id) ? [source] : []))
  return [type, ...new Set(sources)].join(' ')
}

function isWork(before: Run, after: Run): boolean {
  if (before.states.join(' ') !== after.states.join(' ')) return true
  if (taskMarks(before).join(' ') !== taskMarks(after).join(' ')) return true
  const [from, to] = [before.way?.place ?? null, after.way?.place ?? null]
  return from !== null && to !== null && from !== to
}

/** What each input of a trial did on the plan on which it was given; null for one that was not taken. */
export function worksOf(start: Run, inputs: readonly ComparedInput[]): (InputWork | null)[] {
  let run = start
  return inputs.map((input) => {
    const result = step(run, input)
    if (!result.ok) return null
    const work = workOf(run, input.type, result)
    run = result.run
    return work
  })
}
