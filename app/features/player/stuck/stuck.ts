/** Milliseconds by state: how long prospects usually stay there. */
export type Patience = Record<string, number>

/** Where nobody knows how long a state takes. */
export const USUAL_PATIENCE_MS = 25_000

/** What happened since the state was entered. */
export interface StuckSigns {
  /** Milliseconds without a step and without any input. */
  idleMs: number
  refusals: number
  /** Since help was last offered: one step takes one hint at most. */
  hints: number
}

/** What was offered before, and whether the prospect wants offers at all. */
export interface StuckMemory {
  offered: ReadonlySet<string>
  isOff: boolean
}

/** Why help is offered. */
export type StuckReason = 'hesitation' | 'refusals' | 'hints'

const MOST_REFUSALS = 2
const MOST_HINTS = 2

/** How long a prospect may hesitate in these states before help is offered. */
export function patienceIn(states: readonly string[], patience: Patience): number {
  const known = states.flatMap((state) => patience[state] ?? [])
  return known.length > 0 ? Math.max(...known) : USUAL_PATIENCE_MS
}

/** Whether to offer help now, and why; null when there is no reason, it was offered here before, or it is off. */
export function stuckReason(
  place: string,
  signs: StuckSigns,
  { patienceMs, memory }: { patienceMs: number; memory: StuckMemory },
): StuckReason | null {
  if (memory.isOff || memory.offered.has(place)) return null
  if (signs.refusals >= MOST_REFUSALS) return 'refusals'
  if (signs.hints >= MOST_HINTS) return 'hints'
  return signs.idleMs >= patienceMs ? 'hesitation' : null
}
