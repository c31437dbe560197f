import { z } from 'zod'
import { strict } from './strict'
import {
  celSchema,
  eventNameSchema,
  fieldNameSchema,
  idSchema,
  textSchema,
  worldPathSchema,
} from './schema-values'

/** What an operation writes: a string is a CEL expression; numbers and booleans are literals; maps and lists nest. */
export type Written = null | boolean | number | string | Written[] | { [key: string]: Written }
const writtenSchema: z.ZodType<Written> = z.lazy(() =>
  z.union([
    z.null(),
    z.boolean(),
    z.number(),
    celSchema,
    z.array(writtenSchema).max(50),
    z.record(fieldNameSchema, writtenSchema),
  ]),
)

const setSchema = strict({ set: worldPathSchema, to: writtenSchema })
const appendSchema = strict({ append: worldPathSchema, item: writtenSchema })
const patchSchema = strict({
  patch: worldPathSchema,
  where: celSchema,
  with: z.record(fieldNameSchema, writtenSchema),
})
const removeSchema = strict({ remove: worldPathSchema, where: celSchema })

/** The only ways to change the world. */
export const operationSchema = z.union([setSchema, appendSchema, patchSchema, removeSchema])
export type Operation = z.infer<typeof operationSchema>

/** `pick` (a sibling), or `#pick` from anywhere. */
const targetSchema = z
  .string()
  .max(61)
  .regex(/^#?[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'Write the id of a sibling state, or #id for a state elsewhere')

const transitionSchema = strict({
  if: celSchema.optional(),
  do: z.array(operationSchema).max(20).optional(),
  to: targetSchema.optional(),
})
export type Transition = z.infer<typeof transitionSchema>

/** One target, one transition, or alternatives of which the first whose guard holds is taken. */
export const transitionsSchema = z.union([
  targetSchema,
  transitionSchema,
  z.array(transitionSchema).min(1).max(12),
])
export type Transitions = z.infer<typeof transitionsSchema>

const stateShape = {
  role: idSchema.optional(),
  screen: idSchema.optional(),
  guide: idSchema.optional(),
  title: textSchema.optional(),
  feature: idSchema.optional(),
  type: z.literal('parallel').optional(),
  initial: idSchema.optional(),
  on: z.record(eventNameSchema, transitionsSchema).optional(),
  free: z.array(eventNameSchema).min(1).max(12).optional(),
  always: transitionsSchema.optional(),
  onDone: transitionsSchema.optional(),
  entry: z.array(operationSchema).max(20).optional(),
  final: z.enum(['success', 'other', 'done']).optional(),
}

/**
 * One state. `free` names events that are the prospect's free choice here, once each time it is entered. It nests through `states`; `type: parallel` runs its states side by side. */
export type State = z.infer<z.ZodObject<typeof stateShape>> & { states?: Record<string, State> }
const stateSchema: z.ZodType<State> = z.lazy(() =>
  strict({ ...stateShape, states: z.record(idSchema, stateSchema).optional() }),
)

/** `initial` is a state, or the initial state of each start role. */
export const machineSchema = strict({
  initial: z.union([idSchema, z.record(idSchema, idSchema)]),
  states: z.record(idSchema, stateSchema),
})
