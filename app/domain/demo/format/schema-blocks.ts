import { z } from 'zod'
import { strict } from './strict'
import { boardSchema } from './blocks/board.schema'
import { buttonSchema } from './blocks/button.schema'
import { chartSchema } from './blocks/chart.schema'
import { chatSchema } from './blocks/chat.schema'
import { detailSchema } from './blocks/detail.schema'
import { documentSchema } from './blocks/document.schema'
import { formSchema } from './blocks/form.schema'
import { imageSchema } from './blocks/image.schema'
import { metricsSchema } from './blocks/metrics.schema'
import { noticeSchema } from './blocks/notice.schema'
import { tableSchema } from './blocks/table.schema'
import { timelineSchema } from './blocks/timeline.schema'
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
