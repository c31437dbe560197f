import type { ConversionTerms } from '~/domain/insight/conversion-terms'
import type { Stage } from '~/domain/insight/stages/stages'
import type { TrialSet } from '~/domain/insight/trial-set'

/** The trials behind the two numbers of a stage. */
export function stageSets(stage: Stage, terms: ConversionTerms): { part: TrialSet; whole: TrialSet } {
  return { ...SETS, revenue: conversionSets(terms) }[stage]
}

const NEW_VISITORS: TrialSet = { unit: 'visitor', state: 'all' }

const SETS: Record<Exclude<Stage, 'revenue'>, { part: TrialSet; whole: TrialSet }> = {
  acquisition: { part: NEW_VISITORS, whole: { name: 'started' } },
  activation: { part: { name: 'finished' }, whole: { name: 'started' } },
  retention: { part: { visitors: 'returned' }, whole: { visitors: 'matured' } },
  referral: { part: { visitors: 'referred' }, whole: NEW_VISITORS },
}

const conversionSets = (terms: ConversionTerms): { part: TrialSet; whole: TrialSet } => ({
  part: { ...terms, state: 'converted' },
  whole: { ...terms, state: 'matured' },
})
