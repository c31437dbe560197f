/**
 * Reasons to doubt that a trial is a prospect's. A strong signal counts by itself, a weak one together with another.
 */
export const TRIAL_SIGNALS = {
  /** The simulator made it and said so at the start. */
  simulated: { reason: 'simulated', weight: 'strong' },
  /** The user agent names itself a robot. */
  'bot-agent': { reason: 'bot-agent', weight: 'strong' },
  /** A member of staff: signed in, or in one of the company's networks, at the start. */
  internal: { reason: 'internal', weight: 'strong' },
  /** Steps came faster than a person can take them: see `speed.ts`. */
  'impossible-speed': { reason: 'impossible-speed', weight: 'strong' },
  /** The user agent is that of a headless browser. */
  'headless-agent': { reason: 'headless', weight: 'weak' },
  /** The request has no Accept-Language header; every browser that people use sends one. */
  'no-language': { reason: 'headless', weight: 'weak' },
  /** Several steps without any active time. */
  'no-input': { reason: 'headless', weight: 'weak' },
  /** It came from one of the networks listed as data centers. */
  datacenter: { reason: 'datacenter', weight: 'weak' },
  /** The visitor typed an address that another visitor had typed. */
  'repeated-address': { reason: 'duplicate-account', weight: 'weak' },
  /** The visitor typed an address of a disposable mail service. */
  'disposable-address': { reason: 'duplicate-account', weight: 'weak' },
  /** One of many visitors of one network on one day. */
  'crowded-network': { reason: 'duplicate-account', weight: 'weak' },
} as const satisfies Record<string, { reason: TrialFlag; weight: 'strong' | 'weak' }>

/** Why a trial may not be a prospect's. A flag keeps a trial off the boards by default; it never deletes one. */
export type TrialFlag =
  | 'simulated'
  | 'bot-agent'
  | 'internal'
  | 'impossible-speed'
  | 'headless'
  | 'datacenter'
  | 'duplicate-account'
  /** A member of staff flagged it. */
  | 'by-hand'

export type SignalName = keyof typeof TRIAL_SIGNALS

/** A signal and when it was first noticed, as an ISO instant. */
export interface TrialSignal {
  name: SignalName
  at: string
}

/** The decision of a member of staff about a trial; it overrides the signals. */
export interface Ruling {
  verdict: 'flagged' | 'cleared'
  reason: string
  by: string
  at: string
}

/** So many weak signals are needed before any of them counts. */
const WEAK_SIGNALS_NEEDED = 2

/**
 * The flags that count: the reasons of strong signals, and of weak ones when at least two were noticed. A ruling
 * `cleared` removes all but `simulated`, which is a fact; a ruling `flagged` adds `by-hand`. In the order of the
 * table, each once.
 */
export function countingFlags(signals: readonly TrialSignal[], ruling: Ruling | null): TrialFlag[] {
  if (signals.length === 0 && ruling === null) return []
  const noticed = SIGNAL_NAMES.filter((name) => signals.some((signal) => signal.name === name))
  const weak = noticed.filter((name) => TRIAL_SIGNALS[name].weight === 'weak')
  const counts = (name: SignalName): boolean => {
    if (name === 'simulated') return true
    if (ruling?.verdict === 'cleared') return false
    return TRIAL_SIGNALS[name].weight === 'strong' || weak.length >= WEAK_SIGNALS_NEEDED
  }
  const reasons = noticed.filter(counts).map((name): TrialFlag => TRIAL_SIGNALS[name].reason)
  return [...new Set(ruling?.verdict === 'flagged' ? [...reasons, 'by-hand' as const] : reasons)]
}

/** The signals with those newly noticed; a known one keeps its time. */
export function withSignals(
  signals: readonly TrialSignal[],
  names: readonly SignalName[],
  at: Date,
): TrialSignal[] {
  if (names.length === 0) return [...signals]
  const fresh = [...new Set(names)].filter((name) => !signals.some((signal) => signal.name === name))
  return [...signals, ...fresh.map((name) => ({ name, at: at.toISOString() }))]
}

/** Nobody takes so many steps without any input. */
export const STEPS_WITHOUT_INPUT = 8

/** True for a trial of several steps without any active time. `activeMs` is the capped one. */
export function isWithoutInput({ steps, activeMs }: { steps: number; activeMs: number }): boolean {
  return steps >= STEPS_WITHOUT_INPUT && activeMs === 0
}

/** What is known of a trial when it is judged. */
interface Held {
  signals: readonly TrialSignal[]
  ruling: Ruling | null
}

/** Says what the signals of a trial become, and the flags that follow. */
export type Judge = (held: Held) => { signals: TrialSignal[]; flags: TrialFlag[] }

/** Judges a trial of which something was noticed. */
export const noticing =
  (names: readonly SignalName[], at: Date): Judge =>
  ({ signals, ruling }) =>
    judged(withSignals(signals, names, at), ruling)

/** Judges a trial without one of its signals. */
export const dropping =
  (name: SignalName): Judge =>
  ({ signals, ruling }) =>
    judged(
      signals.filter((signal) => signal.name !== name),
      ruling,
    )

const judged = (signals: TrialSignal[], ruling: Ruling | null) => ({
  signals,
  flags: countingFlags(signals, ruling),
})

const SIGNAL_NAMES = Object.keys(TRIAL_SIGNALS) as SignalName[]
