import type { Transition, Transitions } from './schema-machine'

export type PlacedTransition = { at: string; transition: Transition }

/** The alternatives of an event in any of the three notations, each with its path in the document. */
export function listTransitions(transitions: Transitions, at: string): PlacedTransition[] {
  if (typeof transitions === 'string') return [{ at, transition: { to: transitions } }]
  if (!Array.isArray(transitions)) return [{ at, transition: transitions }]
  return transitions.map((transition, index) => ({ at: `${at}.${index}`, transition }))
}
