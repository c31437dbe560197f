import { z } from 'zod'
import { strict } from './strict'
import { boardSchema } from '../screen/blocks/board.schema'
import { buttonSchema } from '../screen/blocks/button.schema'
import { chartSchema } from '../screen/blocks/chart.schema'
import { chatSchema } from '../screen/blocks/chat.schema'
import { detailSchema } from '../screen/blocks/detail.schema'
import { documentSchema } from '../screen/blocks/document.schema'
import { formSchema } from '../screen/blocks/form.schema'
import { imageSchema } from '../screen/blocks/image.schema'
import { metricsSchema } from '../screen/blocks/metrics.schema'
import { noticeSchema } from '../screen/blocks/notice.schema'
import { tableSchema } from '../screen/blocks/table.schema'
import { timelineSchema } from '../screen/blocks/timeline.schema'
import { idSchema, textSchema } from './schema-values'

const blockShapes = {
  table: tableSchema.optional(),
  form: formSchema.optional(),
  detail: detailSchema.optional(),
  metrics: metricsSchema.optional(),
  chart: chartSchema.optional(),
  board: boardSchema.optional(),
  document: documentSchema.optional(),
  timeline: timelineSchema.optional(),
  chat: chatSchema.optional(),
  notice: noticeSchema.optional(),
  button: buttonSchema.optional(),
  image: imageSchema.optional(),
}

/** One block: a map with exactly one key, its kind. An object, not a union, so that errors name the place inside the block. */
export const blockSchema = strict(blockShapes)
  .refine((block) => Object.keys(block).length === 1, 'A block has exactly one kind, e.g. - button: { … }')
  .meta({ minProperties: 1, maxProperties: 1 })

export type Block = z.infer<typeof blockSchema>
export type BlockKind = keyof Block

export const screenSchema = strict({
  title: textSchema,
  nav: idSchema.optional().describe('Entry of the side navigation that is current'),
  over: idSchema
    .optional()
    .describe('A screen that stays in sight behind this one, which is a dialog over it'),
  blocks: z.array(blockSchema).max(20),
})
export type Screen = z.infer<typeof screenSchema>
