import { z } from 'zod'
import { strict } from '../strict'
import { blockBase, celSchema, formatSchema, textSchema } from '../schema-values'

const seriesSchema = strict({ label: textSchema, value: celSchema })

/** One mark a row: `label` names it, each series gives it a number. */
export const chartSchema = strict({
  ...blockBase,
  type: z.enum(['bar', 'line', 'donut']),
  rows: celSchema,
  label: celSchema,
  series: z.array(seriesSchema).min(1).max(4),
  format: formatSchema.optional(),
})
export type ChartBlock = z.infer<typeof chartSchema>
