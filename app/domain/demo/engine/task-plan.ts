import type { Program } from '../expression/expression'
import type { Demo } from '../format/schema'

/** `place` is its path in the document. */
export type Condition = { place: string; program: Program }

/** A task with its conditions read; `offered` is null when it is offered from the start. */
export type PlannedTask = { id: string; offered: Condition | null; done: Condition }

/** The tasks of a demo, their conditions parsed. */
export function planTasks(demo: Demo, parse: (source: string) => Program): PlannedTask[] {
  return Object.entries(demo.tasks).map(([id, task]) => {
    const condition = (place: string, source: string): Condition => ({ place, program: parse(source) })
    return {
      id,
      offered: task.offered === undefined ? null : condition(`tasks.${id}.offered`, task.offered),
      done: condition(`tasks.${id}.done`, task.done),
    }
  })
}
