import { z } from 'zod'
import { strict } from '../strict'
import { blockBase, celSchema, formatSchema, textSchema } from '../schema-values'

const seriesSchema = strict({
  label: textSchema.describe('Name of the series'),
  value: celSchema.describe('The number of a row'),
})

/** One mark for each row: `label` names it, each series gives it a number. */
export const chartSchema = strict({
  ...blockBase,
  type: z.enum(['bar', 'line', 'donut']).describe('A donut shows the first series'),
  rows: celSchema.describe('The list: one mark a row'),
  label: celSchema.describe('What a mark is called; row is in scope'),
  series: z.array(seriesSchema).min(1).max(4).describe('The numbers of each mark'),
  format: formatSchema.optional(),
})
export type ChartSpec = z.infer<typeof chartSchema>
