import { z } from 'zod'
import { strict } from '../strict'
import { blockBase, celSchema, labelledSchema } from '../schema-values'

/** Facts about one thing. `of` names it (`row` in the facts); without it the facts speak of the world. */
export const detailSchema = strict({
  ...blockBase,
  of: celSchema.optional(),
  facts: z.array(labelledSchema).min(1).max(24),
})
export type DetailBlock = z.infer<typeof detailSchema>
