import { z } from 'zod'
import { strict } from './strict'
import { screenSchema } from './schema-blocks'
import { machineSchema } from './schema-machine'
import { celSchema, fieldNameSchema, idSchema, jsonSchema, textSchema, toneSchema } from './schema-values'

const roleSchema = strict({ name: textSchema, person: z.string().min(1).max(60).optional() })

const navSchema = strict({
  id: idSchema,
  label: textSchema,
  icon: idSchema.optional(),
  look: idSchema
    .optional()
    .describe('A screen that the entry opens to look at, as the world is now; it has no control'),
})

/** The product that the demo simulates: its name, its side navigation and the currency of its money. */
const productSchema = strict({
  name: z.string().min(1).max(60),
  nav: z.array(navSchema).max(10).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'Write a currency as three capitals, e.g. USD')
    .optional(),
})

/**
 * What some plans give and others do not. `can.<name>` says in CEL whether the run's plan gives it; a control that
 * `needs` it is locked on the other plans, and `reason` says there what it would do. `feature` is its row in the plan
 * table.
 */
const entitlementSchema = strict({
  plans: z.array(idSchema).min(1).max(6),
  title: textSchema,
  reason: textSchema.optional(),
  feature: idSchema.optional(),
})

/**
 * Something to get done. Without `offered` it is offered from the start; with it, from the first moment at which the
 * condition holds, for good. A task that was never offered is not counted.
 */
const taskSchema = strict({
  title: textSchema,
  offered: celSchema.optional(),
  done: celSchema,
  weight: z.number().int().positive(),
  optional: z.boolean().optional(),
  feature: idSchema.optional(),
})

/** How a value shown with `format: status` reads in each locale. The key is the value in the world. */
const statusSchema = strict({ label: textSchema, tone: toneSchema.optional() })

const scoreSchema = strict({
  hint: z.number().int().min(-100).max(0),
  detour: z.number().int().min(-100).max(0),
})

/**
 * A demo as written: the one definition of the format. Input and output are the same JSON, so a stored demo parses
 * again.
 */
export const demoSchema = strict({
  format: z.literal('foyer/1'),
  slug: idSchema,
  title: textSchema,
  summary: textSchema,
  scenario: idSchema,
  audience: z.array(idSchema).max(12).optional(),
  minutes: z.number().int().min(1).max(120),
  plans: z.array(idSchema).min(1).max(6),
  entitlements: z.record(fieldNameSchema, entitlementSchema).optional(),
  product: productSchema,
  roles: z.record(idSchema, roleSchema),
  statuses: z.record(z.string().min(1).max(60), statusSchema).optional(),
  tips: z.record(idSchema, textSchema).optional(),
  world: z.record(fieldNameSchema, jsonSchema),
  screens: z.record(idSchema, screenSchema),
  machine: machineSchema,
  tasks: z.record(idSchema, taskSchema),
  score: scoreSchema.optional(),
})

export type Demo = z.infer<typeof demoSchema>

/** JSON Schema of the format, for editors. */
export function demoJsonSchema(): unknown {
  return z.toJSONSchema(demoSchema, { io: 'input', unrepresentable: 'any' })
}
