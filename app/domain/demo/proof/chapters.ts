import { doneTasks } from '../engine/done-tasks'
import { step, type Run } from '../engine/run'
import { remainingWay } from '../engine/way/way'
import { stepOnWay } from '../engine/way/step-on-way'

/** A stretch of the ideal path under one role. */
export type Chapter = {
  role: string
  /** Steps of the ideal way before it, and in it. */
  from: number
  steps: number
  /** The states in which it begins. */
  states: readonly string[]
  /** Ids of the tasks that it gets done. */
  tasks: readonly string[]
}

/** More steps than any ideal way of a demo that people finish. */
const MAX_STEPS = 300

/** The chapters of a demo, from a run at its start. Empty where the remaining way is not known. */
export function chaptersOf(start: Run): Chapter[] {
  const chapters: Chapter[] = []
  let run = start
  for (let count = 0; count < MAX_STEPS && run.status === 'active'; count++) {
    const event = stepOnWay(run)
    const result = event && step(run, { type: event.type, data: event.data, at: run.lastAt })
    if (!result?.ok) return []
    const done = doneTasks(run)
    const tasks = doneTasks(result.run).filter((id) => !done.includes(id))
    const last = chapters.at(-1)
    if (last?.role === run.role) {
      chapters[chapters.length - 1] = { ...last, steps: last.steps + 1, tasks: [...last.tasks, ...tasks] }
    } else {
      chapters.push({ role: run.role, from: count, steps: 1, states: run.states, tasks })
    }
    run = result.run
  }
  return chapters
}

/** How far a run is in one chapter. */
export type ChapterProgress = Chapter & { done: number; place: 'behind' | 'current' | 'ahead' }

/** How far a run is in each chapter, by the steps that its remaining way has left. Null where that is not known. */
export function chapterProgress(chapters: readonly Chapter[], run: Run): ChapterProgress[] | null {
  const left = run.status === 'done' ? 0 : remainingWay(run)?.steps
  if (left === undefined) return null
  const total = chapters.reduce((sum, { steps }) => sum + steps, 0)
  const passed = Math.max(0, total - left)
  return chapters.map((chapter) => ({
    ...chapter,
    done: Math.min(chapter.steps, Math.max(0, passed - chapter.from)),
    place: placeOf(chapter, passed),
  }))
}

function placeOf({ from, steps }: Chapter, passed: number): ChapterProgress['place'] {
  if (passed < from) return 'ahead'
  return passed < from + steps ? 'current' : 'behind'
}
