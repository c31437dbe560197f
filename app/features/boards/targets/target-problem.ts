import { STAGES, type Stage } from '~/domain/insight/stages/stages'
import { SET_TARGET, UNDO_TARGET } from './target-schema'

/** Why a change of a target was refused, and what was typed. */
export interface TargetProblem {
  stage: Stage
  code: 'conflict' | 'invalid-input' | 'not-found'
  typed: Record<string, string>
}

const CODES = ['conflict', 'invalid-input', 'not-found'] as const

/** Null for another form, and for a refusal that no form explains. */
export function targetProblem(
  code: string,
  sent: Record<string, unknown> | null | undefined,
): TargetProblem | null {
  const typed = Object.fromEntries(
    Object.entries(sent ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
  const known = CODES.find((one) => one === code)
  const stage = STAGES.find((one) => one === typed.stage)
  const isTarget = typed.intent === SET_TARGET || typed.intent === UNDO_TARGET
  return known && stage && isTarget ? { stage, code: known, typed } : null
}
