import type { Stage } from '~/domain/insight/stages/stages'
import type { BoardFormat } from '../figures/board-format'

/** Trials a week for acquisition, else a share. */
export function targetText(stage: Stage, value: number, format: BoardFormat): string {
  return stage === 'acquisition' ? format.number(value) : format.percent(value)
}
