import type { Program } from '../expression/expression'
import type { Demo } from '../format/schema'
import { readsOf, type Reads } from './fast/expression-reads'

/** `place` is its path in the document. Without `reads` it is asked after every event. */
export type Condition = { place: string; program: Program; reads: Reads | null }

/** A task with its conditions parsed; `offered` is null when it is offered from the start. */
export type PlannedTask = { id: string; offered: Condition | null; done: Condition }

/** The tasks of a demo, their conditions parsed. */
export function planTasks(demo: Demo, parse: (source: string) => Program, fast: boolean): PlannedTask[] {
  return Object.entries(demo.tasks).map(([id, task]) => {
    const condition = (place: string, source: string): Condition => {
      const program = parse(source)
      return { place, program, reads: fast ? readsOf(program.tree) : null }
    }
    return {
      id,
      offered: task.offered === undefined ? null : condition(`tasks.${id}.offered`, task.offered),
      done: condition(`tasks.${id}.done`, task.done),
    }
  })
}
