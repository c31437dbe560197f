import type { CompiledDemo } from '../engine/compile'
import type { ComparedInput } from './compared-input'
import { taskMarks } from '../engine/done-tasks'
import { step, type Run, type StepResult } from '../engine/run'

/** What an input did in the trial that it comes from. */
export type InputWork = {
  /** The kind of step and its place in the process: the event, and the states whose transitions it took. */
  place: string
  /** The moment of the process, equal when the same one is reached again; null when it is unknown. */
  moment: number | null
  /** False for a step that has no effect on what can follow, such as one that only changes an error text. */
  works: boolean
}

/** The same kind of step in the same place, and both did work. */
export function isSameWork(work: InputWork, given: InputWork | null): boolean {
  return given !== null && given.works && work.works && work.place === given.place
}

type Taken = StepResult & { ok: true }

/** What the step just taken did. */
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
