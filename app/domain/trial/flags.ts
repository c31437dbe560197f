/** Why a trial may be no prospect's. A flag keeps a trial off the boards by default; it never drops one. */
export const TRIAL_FLAGS = [
  /** Made by the simulator, and said so when it began. */
  'simulated',
  /** The user agent names itself a robot. */
  'bot-agent',
  /** Somebody of the company, signed in when it began. */
  'internal',
  /** Steps came faster than a person can take them: see `speed.ts`. */
  'impossible-speed',
] as const

export type TrialFlag = (typeof TRIAL_FLAGS)[number]
