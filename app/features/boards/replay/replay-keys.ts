import type { ReplayMarkKind } from '~/domain/insight/replay-marks'

/** What a key does in a replay. */
export type ReplayCommand =
  | { do: 'toggle' | 'first' | 'last' | 'back' | 'forward' | 'faster' | 'slower' | 'help' }
  | { do: 'jump'; kind: ReplayMarkKind; back: boolean }

/** The letter of each kind of moment; with Shift it goes back. */
export const MARK_KEYS: Readonly<Record<ReplayMarkKind, string>> = {
  refusal: 'r',
  hint: 'h',
  hesitation: 'w',
  detour: 'd',
  shown: 's',
  undo: 'u',
  task: 't',
  feedback: 'f',
}

const NAMED: Readonly<Record<string, ReplayCommand>> = {
  ArrowLeft: { do: 'back' },
  ArrowRight: { do: 'forward' },
  Home: { do: 'first' },
  End: { do: 'last' },
}

const SIGNS: Readonly<Record<string, ReplayCommand>> = {
  ' ': { do: 'toggle' },
  k: { do: 'toggle' },
  '+': { do: 'faster' },
  '-': { do: 'slower' },
  '?': { do: 'help' },
}

interface Pressed {
  key: string
  shiftKey: boolean
  /** Keys of one letter or sign can be switched off, for who speaks to the computer. */
  withLetters: boolean
}

/** What a key does; null for every other. */
export function commandOf({ key, shiftKey, withLetters }: Pressed): ReplayCommand | null {
  const named = shiftKey ? undefined : NAMED[key]
  if (named || !withLetters) return named ?? null
  const sign = SIGNS[key.toLowerCase()]
  if (sign) return sign
  for (const [kind, letter] of Object.entries(MARK_KEYS) as [ReplayMarkKind, string][])
    if (letter === key.toLowerCase()) return { do: 'jump', kind, back: shiftKey }
  return null
}
