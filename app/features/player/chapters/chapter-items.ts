import type { Run } from '~/domain/demo/engine/run'
import { chapterProgress, type Chapter, type ChapterProgress } from '~/domain/demo/proof/chapters'
import { localize, type Locale } from '~/domain/text'

/** A chapter as the map shows it. */
export interface ChapterItem extends ChapterProgress {
  /** From 1. */
  number: number
  roleName: string
  person: string | null
  /** Titles of the tasks that it gets done. */
  taskTitles: string[]
}

/** The chapters of a trial in the visitor's language; empty where the remaining way is not known. */
export function chapterItems(chapters: readonly Chapter[], run: Run, locale: Locale): ChapterItem[] {
  const { roles, tasks } = run.compiled.demo
  return (chapterProgress(chapters, run) ?? []).map((progress, index) => ({
    ...progress,
    number: index + 1,
    roleName: localize(roles[progress.role]?.name ?? {}, locale) || progress.role,
    person: roles[progress.role]?.person ?? null,
    taskTitles: progress.tasks.map((id) => localize(tasks[id]?.title ?? {}, locale) || id),
  }))
}
