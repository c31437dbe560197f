import type { Run } from '~/domain/demo/engine/run'
import type { TaskScore } from '~/domain/demo/engine/score'
import { scoreRun } from '~/domain/demo/engine/score'
import type { StepMark } from '~/domain/demo/engine/way/way-state'
import type { Locale } from '~/domain/text'
import { localize } from '~/domain/text'

/** One step of the path taken. `title` names the state it led to, the same as before when `stayed`. */
export interface TakenWay {
  title: string
  stayed: boolean
  mark: StepMark | 'start'
}

/** The result of a trial, as the end screen shows it. The server computes the same from the trace. */
export interface TrialResult {
  outcome: 'success' | 'other'
  score: number
  tasks: (TaskScore & { title: string })[]
  hints: { count: number; points: number }
  /** Null when it is not known of every step. */
  detours: { count: number | null; points: number }
  /** The correction that limits the score to 0 to 100. */
  limitPoints: number
  /** Every step; empty while the remaining way is not known. */
  ways: TakenWay[]
}

/** Scores a run and names its steps. */
export function trialResult(run: Run, locale: Locale): TrialResult {
  const { demo } = run.compiled
  const { score, tasks, limitPoints, ...scored } = scoreRun(run)
  return {
    outcome: run.outcome ?? 'other',
    score,
    tasks: tasks.map((task) => ({ ...task, title: localize(demo.tasks[task.id]?.title ?? {}, locale) })),
    hints: { count: scored.hints, points: scored.hintPoints },
    detours: { count: scored.detours, points: scored.detourPoints },
    limitPoints,
    ways: waysOf(run, locale),
  }
}

function waysOf({ way, path, compiled }: Run, locale: Locale): TakenWay[] {
  if (!way) return []
  const titleOf = (state: string | undefined) =>
    localize(compiled.states.get(state ?? '')?.title ?? {}, locale) || (state ?? '')
  const titles = (from: number, until: number) => path.slice(from, until).map(titleOf).join(', ')
  let stood = way.begun
  const start: TakenWay = { title: titles(0, stood), stayed: false, mark: 'start' }
  const taken = way.steps.map(({ mark, stood: now }): TakenWay => {
    const stayed = now === stood
    const title = stayed ? titleOf(path[stood - 1]) : titles(stood, now)
    stood = now
    return { title, stayed, mark }
  })
  return [start, ...taken]
}
