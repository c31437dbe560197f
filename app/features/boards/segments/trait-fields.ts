import type { TrialTraits } from '~/domain/insight/segment/segment-rule'

export type Trait = keyof TrialTraits

type TraitKind = 'choice' | 'text' | 'number'

/** How a trait is chosen; a number has its bounds and what it begins with. */
export const TRAIT_FIELDS: Record<Trait, { kind: TraitKind; min?: number; max?: number; first?: number }> = {
  demo: { kind: 'choice' },
  ended: { kind: 'choice' },
  state: { kind: 'choice' },
  task: { kind: 'choice' },
  plan: { kind: 'choice' },
  role: { kind: 'choice' },
  scoreAtLeast: { kind: 'number', min: 0, max: 100, first: 50 },
  starsAtLeast: { kind: 'number', min: 1, max: 5, first: 4 },
  stepsAtLeast: { kind: 'number', min: 1, max: 10_000, first: 10 },
  withinDays: { kind: 'number', min: 1, max: 10_000, first: 30 },
  locale: { kind: 'choice' },
  device: { kind: 'choice' },
  channel: { kind: 'choice' },
  source: { kind: 'text' },
  campaign: { kind: 'text' },
}
export const TRAITS = Object.keys(TRAIT_FIELDS) as Trait[]

/** These are of one demo. */
export const OF_DEMO: readonly Trait[] = ['state', 'task']
