import { parse } from 'yaml'
import { z } from 'zod'
import { demoSchema } from '~/domain/demo/format/schema'
import { blockSchema } from '~/domain/demo/format/schema-blocks'
import { transitionsSchema } from '~/domain/demo/format/schema-machine'

/** A block as the gallery shows it: the block, the data it reads, and the same data with nothing in it yet. */
const sampleSchema = z.strictObject({
  world: demoSchema.shape.world,
  /** What of the world is different when there is nothing to show yet. */
  empty: demoSchema.shape.world,
  statuses: demoSchema.shape.statuses,
  tips: demoSchema.shape.tips,
  /** What a control `needs`; the free plan lacks it. */
  entitlements: demoSchema.shape.entitlements,
  /** What happens when a control is pressed. An event that is not named changes nothing. */
  on: z.record(z.string(), transitionsSchema).optional(),
  block: blockSchema,
})
export type Sample = z.infer<typeof sampleSchema>

/** Reads a sample. @throws when it is not one: samples ship with the code and a test reads each. */
export function parseSample(source: string): Sample {
  return sampleSchema.parse(parse(source))
}
