import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { FlowSource } from '~/domain/insight/path-flow/sequence'

/** What the path of a row of `trial` is made of, a list of texts. The oracle is `sequenceOf`. */
export const SEQUENCES: Readonly<Record<FlowSource, SQL>> = {
  states: sql`trial.path`,
  tasks: sql`
    list_transform(
      list_sort(list_filter(list_zip(trial.task_done_ms, trial.task_ids), lambda task: task[1] is not null)),
      lambda task: task[2])`,
}
