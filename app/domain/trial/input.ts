/** Nobody takes so many steps without any input. */
export const STEPS_WITHOUT_INPUT = 8

/** True for a trial of several steps without any active time. `activeMs` is the capped one. */
export function isWithoutInput({ steps, activeMs }: { steps: number; activeMs: number }): boolean {
  return steps >= STEPS_WITHOUT_INPUT && activeMs === 0
}
