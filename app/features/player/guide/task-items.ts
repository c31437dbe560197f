import type { Run } from '~/domain/demo/engine/run'
import type { Locale } from '~/domain/text'
import { localize } from '~/domain/text'

/** One task as the prospect sees it. */
export interface TaskItem {
  id: string
  title: string
  done: boolean
  optional: boolean
  /** Offered while the trial ran, and not done yet. */
  fresh: boolean
}

/** The tasks offered so far, in the demo's order; tasks offered on the way come last. */
export function taskItems(run: Run, locale: Locale): TaskItem[] {
  const items = Object.entries(run.compiled.demo.tasks).flatMap(([id, task]) => {
    const state = run.tasks[id]
    if (!state) return []
    const done = state.doneAt !== null
    const later = task.offered !== undefined
    const fresh = later && !done
    return [{ id, title: localize(task.title, locale), done, optional: task.optional ?? false, fresh, later }]
  })
  const sorted = [...items.filter((item) => !item.later), ...items.filter((item) => item.later)]
  return sorted.map(({ later: _later, ...item }) => item)
}
