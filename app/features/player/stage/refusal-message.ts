import type { TFunction } from 'i18next'
import type { StepRefusal } from './player-machine'

/** The kind word for a step that was not taken, in the visitor's language; never the engine's own text. */
export function refusalMessage(t: TFunction<'player'>, refusal: StepRefusal): string {
  return refusal.field === null ? t(`refusal.${refusal.code}`) : t('refusal.field')
}
