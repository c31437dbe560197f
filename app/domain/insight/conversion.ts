import type { Counts } from './count'
import type { Proportion } from './proportion'
import { isEnough, proportion } from './proportion'

/**
 * Conversion = converted ÷ matured trials: those that converted, or are past their window. Trials still open are in
 * neither. Young trials can enter only by converting, so a period without enough trials past their window would show
 * nearly everybody converting: it is too few to tell, however many have matured.
 */
export function conversionRate(counts: Pick<Counts, 'converted' | 'matured' | 'aged'>): Proportion {
  return { ...proportion(counts.converted, counts.matured), enough: isEnough(counts.aged) }
}
