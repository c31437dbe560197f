import type { CompiledDemo } from '../compile'
import type { EventData } from '../../screen/control'
import { inputKey } from './input-key'
import { isShorter, type RemainingWay } from './remaining-way'
import type { Run } from '../run-state'
import type { StepMark, Way } from './way-state'
import type { Ways } from './ways'

/** What one step did. */
export type Moved = {
  type: string
  data: EventData | undefined
  /** As the machine reports them. */
  entered: readonly string[]
  taken: readonly string[]
  /** The length of the run's path after it. */
  stood: number
  isShown: boolean
}

const NONE: readonly never[] = []

export function beginWay(ways: Ways, begun: number): Way {
  return { ways, begun, place: 0, steps: NONE, undone: NONE, chosen: NONE }
}

/** The way after one more step: one look-up. `before` is the run before the step. */
export function advanceWay(
  way: Way,
  before: Pick<Run, 'compiled' | 'states' | 'seed' | 'ids'>,
  moved: Moved,
): Way {
  const { ways, begun, place, undone } = way
  const { type, data, entered, taken, stood, isShown } = moved
  const next = place === null ? null : ways.next(place, taken, () => inputKey(data, before))
  const choosing = choosingStates(before, type, way.chosen)
  const mark = place !== null && choosing.length > 0 ? 'free' : markOf(way, next)
  return {
    ways,
    begun,
    place: next,
    steps: isShown ? way.steps : [...way.steps, { mark, stood }],
    undone,
    chosen: chosenAfter(way.chosen, choosing, entered),
  }
}

function markOf({ ways, place }: Way, next: number | null): StepMark {
  if (place === null || next === null) return 'unknown'
  return isShorter(ways.remaining(next), ways.remaining(place)) ? 'ideal' : 'detour'
}

/** The active states in which this event is a free choice that was not made yet. */
function choosingStates(
  { compiled, states }: { compiled: CompiledDemo; states: readonly string[] },
  type: string,
  chosen: readonly string[],
): readonly string[] {
  const naming = compiled.freeIn.get(type)
  if (!naming) return NONE
  return naming.filter((id) => !chosen.includes(id) && states.some((leaf) => isInside(compiled, leaf, id)))
}

/** Whether sending this event now is the prospect's own choice. */
export function isFreeChoice(run: Pick<Run, 'compiled' | 'states' | 'way'>, type: string): boolean {
  return choosingStates(run, type, run.way?.chosen ?? NONE).length > 0
}

function isInside({ states }: CompiledDemo, leaf: string, ancestor: string): boolean {
  for (let id: string | null = leaf; id !== null; id = states.get(id)?.parent ?? null) {
    if (id === ancestor) return true
  }
  return false
}

/** A state that is entered again offers its choice again. */
function chosenAfter(
  chosen: readonly string[],
  choosing: readonly string[],
  entered: readonly string[],
): readonly string[] {
  if (chosen.length === 0 && choosing.length === 0) return NONE
  return [...chosen, ...choosing].filter((id) => !entered.includes(id))
}

/** The remaining way of a run; undefined where it is not known. */
export function remainingWay({ way }: Pick<Run, 'way'>): RemainingWay | undefined {
  return way === null || way.place === null ? undefined : way.ways.remaining(way.place)
}

/** The way of the run before the last step, `before`, once that step is undone. */
export function undoneWay(now: Way | null, before: Way | null): Way | null {
  if (!now || !before) return null
  const mark = now.steps[before.steps.length]?.mark
  return { ...before, undone: mark ? [...now.undone, mark] : now.undone }
}

/** The detours known so far, undone ones included. */
export function countedDetours({ way }: Pick<Run, 'way'>): number {
  let detours = 0
  for (const { mark } of way?.steps ?? NONE) if (mark === 'detour') detours++
  for (const mark of way?.undone ?? NONE) if (mark === 'detour') detours++
  return detours
}

/**
 * Steps after which the remaining way was no shorter, free choices aside and undone ones included; null when that is
 * unknown of some step.
 */
export function detoursOf(run: Pick<Run, 'way'>): number | null {
  const { way } = run
  if (way === null || way.undone.includes('unknown')) return null
  return way.steps.some(({ mark }) => mark === 'unknown') ? null : countedDetours(run)
}
