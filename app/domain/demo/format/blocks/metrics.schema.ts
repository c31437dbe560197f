import { z } from 'zod'
import { strict } from '../strict'
import { blockBase, celSchema, formatSchema, shownSchema, textSchema, toneBySchema } from '../schema-values'

const metricSchema = strict({
  label: textSchema.describe('What the figure is'),
  value: celSchema.describe('Gives the figure'),
  format: formatSchema.optional(),
  tone: toneBySchema.optional(),
  note: shownSchema.optional().describe('A line below the figure'),
})

/** A row of large figures. */
export const metricsSchema = strict({
  ...blockBase,
  items: z.array(metricSchema).min(1).max(6).describe('The figures from left to right'),
})
export type MetricsSpec = z.infer<typeof metricsSchema>
