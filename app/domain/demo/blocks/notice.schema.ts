import { z } from 'zod'
import { strict } from '../strict'
import { blockBase, celSchema, idSchema, textSchema, toneSchema, fieldNameSchema } from '../schema-values'

/** A message of the product. `{name}` in the text is filled from `values`. `feature` links to what another plan gives. */
export const noticeSchema = strict({
  ...blockBase,
  tone: toneSchema.optional(),
  text: textSchema,
  values: z.record(fieldNameSchema, celSchema).optional(),
  feature: idSchema.optional(),
})
export type NoticeBlock = z.infer<typeof noticeSchema>
