/** So many steps nobody takes without one moment of pointing, pressing or scrolling. */
export const STEPS_WITHOUT_INPUT = 8

/** True for a trial of several steps in which nobody was ever active. `activeMs` as the server believes it. */
export function isWithoutInput({ steps, activeMs }: { steps: number; activeMs: number }): boolean {
  return steps >= STEPS_WITHOUT_INPUT && activeMs === 0
}
