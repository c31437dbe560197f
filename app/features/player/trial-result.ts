import type { AlignedStep } from '~/domain/demo/align-paths'
import { alignPaths } from '~/domain/demo/align-paths'
import type { Run } from '~/domain/demo/run'
import type { IdealPath, TaskScore } from '~/domain/demo/score'
import { scoreRun } from '~/domain/demo/score'
import type { Locale } from '~/domain/text'
import { localize } from '~/domain/text'

/** How a trial went, as the end screen tells it. The server computes the same from the trace. */
export interface TrialResult {
  outcome: 'success' | 'other'
  score: number
  tasks: (TaskScore & { title: string })[]
  hints: { count: number; cost: number }
  detours: { count: number; cost: number }
  /** The way taken beside the ideal way; `title` is the state's short name. Empty without an ideal way. */
  ways: (AlignedStep & { title: string })[]
}

/** Scores a run and puts names to what it went through. */
export function trialResult(run: Run, ideal: IdealPath | null, locale: Locale): TrialResult {
  const { demo, states } = run.compiled
  const scored = scoreRun(run, ideal)
  const titleOf = (state: string) => localize(states.get(state)?.title ?? {}, locale) || state
  return {
    outcome: run.outcome ?? 'other',
    score: scored.score,
    tasks: scored.tasks.map((task) => ({
      ...task,
      title: localize(demo.tasks[task.id]?.title ?? {}, locale),
    })),
    hints: { count: scored.hints, cost: scored.hints * (demo.score?.hint ?? 0) },
    detours: { count: scored.detours, cost: scored.detours * (demo.score?.detour ?? 0) },
    ways: ideal
      ? alignPaths(run.path, ideal.path).map((step) => ({ ...step, title: titleOf(step.state) }))
      : [],
  }
}
