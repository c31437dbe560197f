import { z } from 'zod'
import { strict } from '../strict'
import { blockBase, celSchema, labelledSchema } from '../schema-values'

/** Facts about one object. `of` gives it (`row` in the facts); without it the facts are about the world. */
export const detailSchema = strict({
  ...blockBase,
  of: celSchema.optional().describe('The thing, `row` in the facts; null when there is none'),
  facts: z.array(labelledSchema).min(1).max(24).describe('What is told of it'),
})
export type DetailSpec = z.infer<typeof detailSchema>
