import { z } from 'zod'
import { isDay } from '~/domain/day'
import { STAGES } from '~/domain/insight/stages/stages'

/** Targets in forms are trials a week for acquisition, else percent. */
const MOST_TRIALS = 10_000_000
const MOST_PERCENT = 100

const empty = (value: unknown) => (value === '' ? undefined : value)

/** Which entry of a stage is the latest for whoever sends the form; 0 when there is none. */
const version = z.coerce.number().int().min(0).max(1_000_000)

export const setTargetSchema = z
  .object({
    stage: z.enum(STAGES),
    version,
    holdsFrom: z.string().regex(/^20/).refine(isDay),
    target: z.preprocess(empty, z.coerce.number().min(0).max(MOST_TRIALS).optional()),
    owner: z.preprocess(empty, z.string().max(120).optional()),
  })
  .refine(({ stage, target = 0 }) => stage === 'acquisition' || target <= MOST_PERCENT, { path: ['target'] })

export const undoTargetSchema = z.object({ stage: z.enum(STAGES), version: version.min(1) })

/** The `intent` of the two forms of a target. */
export const SET_TARGET = 'set-target'
export const UNDO_TARGET = 'undo-target'
