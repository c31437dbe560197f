import type { TFunction } from 'i18next'
import type { Pointed } from '../stage/find-pointed'
import type { CoachStep } from './coach-step'

/** The next action in one sentence: what a hint shows, else what the coach knows; null when neither. */
export function describeStep(
  t: TFunction<'player'>,
  step: CoachStep | null,
  hint: Pointed | null,
): string | null {
  if (hint) return t(`hint.${hint.way}`, { label: hint.label, place: hint.place })
  if (!step) return null
  const { way, label, place } = step
  switch (way) {
    case 'fill':
    case 'anyRow':
    case 'someRow':
    case 'anyPick':
    case 'somePick':
      return t(`coach.${way}`, { label, place })
    default:
      return t(`hint.${way}`, { label, place })
  }
}
