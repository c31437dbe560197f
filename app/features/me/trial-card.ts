/** One of a visitor's own trials, as they see it in a list. */
export interface TrialCard {
  id: string
  demoSlug: string
  title: string
  plan: string
  planName: string
  role: string
  tasksDone: number
  taskCount: number
  /** Null when it is not known. */
  score: number | null
  /** ISO instants. */
  startedAt: string
  lastEventAt: string
  finished: boolean
  /** False when the demo is retired: then it cannot be restarted. */
  offered: boolean
}
