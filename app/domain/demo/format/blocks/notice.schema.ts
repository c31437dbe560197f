import type { z } from 'zod'
import { strict } from '../strict'
import { blockBase, fillingsSchema, idSchema, textSchema, toneSchema } from '../schema-values'

/** A message of the product. `{name}` in the text is filled from `values`. `feature` links to what another plan gives. */
export const noticeSchema = strict({
  ...blockBase,
  tone: toneSchema.optional(),
  text: textSchema.describe('The message; {name} is filled from values'),
  values: fillingsSchema.optional(),
  feature: idSchema.optional().describe('The plan feature that it leads to'),
})
export type NoticeSpec = z.infer<typeof noticeSchema>
