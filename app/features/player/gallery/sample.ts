import { parse } from 'yaml'
import { z } from 'zod'
import { demoSchema } from '~/domain/demo/format/schema'
import { blockSchema } from '~/domain/demo/format/schema-blocks'
import { transitionsSchema } from '~/domain/demo/format/schema-machine'

/** A sample: a block, the data it reads, and the same data when empty. */
const sampleSchema = z.strictObject({
  world: demoSchema.shape.world,
  /** The changes to the world for the cell without data. */
  empty: demoSchema.shape.world,
  statuses: demoSchema.shape.statuses,
  tips: demoSchema.shape.tips,
  /** The entitlement that a control `needs`; the free plan lacks it. */
  entitlements: demoSchema.shape.entitlements,
  /** The effect of each event. An event that is not named changes nothing. */
  on: z.record(z.string(), transitionsSchema).optional(),
  block: blockSchema,
})
export type Sample = z.infer<typeof sampleSchema>

/** Parses a sample. @throws Error when it is invalid: samples ship with the code and a test parses each. */
export function parseSample(source: string): Sample {
  return sampleSchema.parse(parse(source))
}
