/** How fast a replay plays: so many times its usual steady pace, or with the waits that there really were. */
export const PLAY_SPEEDS = ['0.5', '1', '2', '4', '8', 'real'] as const

export type PlaySpeed = (typeof PLAY_SPEEDS)[number]

export const isPlaySpeed = (text: string): text is PlaySpeed => PLAY_SPEEDS.some((speed) => speed === text)

/** How long the steady pace shows each step, in ms, whatever time it took. */
const STEP_MS = 1_400

/** A wait in real time is no longer than this, in ms. */
export const LONGEST_WAIT_MS = 8_000

export interface Wait {
  ms: number
  /** How long it really was, when it was shortened. */
  really?: number
}

/** How long playback stays at a step, from its time to the time of the next, both in ms. */
export function waitAt(speed: PlaySpeed, at: number, nextAt: number): Wait {
  if (speed !== 'real') return { ms: STEP_MS / Number(speed) }
  const really = Math.max(0, nextAt - at)
  return really > LONGEST_WAIT_MS ? { ms: LONGEST_WAIT_MS, really } : { ms: really }
}
