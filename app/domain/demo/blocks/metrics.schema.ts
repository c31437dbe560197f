import { z } from 'zod'
import { strict } from '../strict'
import { blockBase, celSchema, formatSchema, shownSchema, textSchema, toneSchema } from '../schema-values'

const metricSchema = strict({
  label: textSchema,
  value: celSchema,
  format: formatSchema.optional(),
  tone: toneSchema.optional(),
  note: shownSchema.optional(),
})

/** A row of large figures. */
export const metricsSchema = strict({ ...blockBase, items: z.array(metricSchema).min(1).max(6) })
export type MetricsBlock = z.infer<typeof metricsSchema>
