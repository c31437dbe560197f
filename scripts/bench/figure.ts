/** One measured figure. `goal` says in words what must hold; without one it is shown for comparison only. */
export interface Figure {
  name: string
  value: number
  unit: string
  goal: string | null
  holds: boolean | null
}

type Goal = { atLeast: number } | { atMost: number } | { exactly: number }

/** A figure, rounded for reading, judged by its goal. */
export function figure(name: string, value: number, unit: string, goal?: Goal): Figure {
  const shown = Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 1_000) / 1_000
  if (!goal) return { name, value: shown, unit, goal: null, holds: null }
  return { name, value: shown, unit, goal: wordsOf(goal), holds: holds(value, goal) }
}

function wordsOf(goal: Goal): string {
  if ('atLeast' in goal) return `at least ${goal.atLeast}`
  return 'atMost' in goal ? `at most ${goal.atMost}` : `exactly ${goal.exactly}`
}

function holds(value: number, goal: Goal): boolean {
  if ('atLeast' in goal) return value >= goal.atLeast
  return 'atMost' in goal ? value <= goal.atMost : value === goal.exactly
}
