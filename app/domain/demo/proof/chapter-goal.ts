import type { Chapter } from './chapters'

/** Where shown steps lead: to a state, or to the beginning of a chapter with so many steps left after it. */
export type ShownGoal = { state: string } | { chapter: Pick<Chapter, 'role' | 'states'>; left: number }

/** The goal of a jump to a chapter. */
export function chapterGoal(chapters: readonly Chapter[], chapter: Chapter): ShownGoal {
  const total = chapters.reduce((sum, { steps }) => sum + steps, 0)
  return { chapter, left: total - chapter.from }
}
