import { eventsTo } from '../explore'
import type { ExploredRun } from '../explored-run'
import type { Finding } from '../finding'

/** Tasks that are done before the first event. */
export function doneAtStart({ exploration }: ExploredRun): string[] {
  return [...(exploration.configurations[0]?.tasksDone ?? [])]
}

/** Tasks done at the start of this run, though not of every run. */
export function doneAtStartHere(run: ExploredRun, runs: readonly ExploredRun[]): Finding[] {
  const here = doneAtStart(run).filter((id) => runs.some((other) => !doneAtStart(other).includes(id)))
  const { plan, startRole: role } = run.start
  return here.map((task) => ({
    code: 'task-done-at-start',
    at: `tasks.${task}.done`,
    severity: 'warning',
    details: { task, plan, role },
  }))
}

/**
 * Tasks whose condition, once it held, can cease to hold, each with the shortest way there. The engine keeps such a
 * task done, which may be intended, so it is a warning.
 */
export function undoneLater(run: ExploredRun): Finding[] {
  const { exploration, sightings, start } = run
  const nearest = new Map<string, number>()
  for (const [index, tasks] of sightings.undone) {
    for (const task of tasks) if (!nearest.has(task)) nearest.set(task, index)
  }
  return Object.keys(start.compiled.demo.tasks).flatMap((task): Finding[] => {
    const index = nearest.get(task)
    if (index === undefined) return []
    return [
      {
        code: 'task-undone-later',
        at: `tasks.${task}.done`,
        severity: 'warning',
        details: { task, again: holdsAgain(run, task) },
        events: eventsTo(exploration, index),
      },
    ]
  })
}

/** Whether one event leads from a configuration where the condition does not hold to one where it does. */
function holdsAgain({ exploration, sightings }: ExploredRun, task: string): boolean {
  const isUndone = (index: number) => sightings.undone.get(index)?.includes(task) ?? false
  return [...sightings.undone.keys()].some(
    (index) =>
      isUndone(index) &&
      exploration.configurations[index]?.successors.some(
        (next) => !isUndone(next) && exploration.configurations[next]?.expanded,
      ),
  )
}
