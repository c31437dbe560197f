import type { Run } from '~/domain/demo/run'
import type { Locale } from '~/domain/text'
import { localize } from '~/domain/text'

/** One task as the prospect sees it. */
export interface TaskItem {
  id: string
  title: string
  done: boolean
  optional: boolean
}

/** The tasks of a run in the order in which the demo names them. */
export function taskItems(run: Run, locale: Locale): TaskItem[] {
  return Object.entries(run.compiled.demo.tasks).map(([id, task]) => ({
    id,
    title: localize(task.title, locale),
    done: (run.tasks[id]?.doneAt ?? null) !== null,
    optional: task.optional ?? false,
  }))
}
