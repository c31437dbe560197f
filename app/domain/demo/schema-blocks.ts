import { z } from 'zod'
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
  table: tableSchema,
  form: formSchema,
  detail: detailSchema,
  metrics: metricsSchema,
  chart: chartSchema,
  board: boardSchema,
  document: documentSchema,
  timeline: timelineSchema,
  chat: chatSchema,
  notice: noticeSchema,
  button: buttonSchema,
  image: imageSchema,
}

/** One block: a map with exactly one key, its kind. An object, not a union, so that errors name the place inside the block. */
export const blockSchema = z
  .strictObject(blockShapes)
  .partial()
  .refine((block) => Object.keys(block).length === 1, 'A block has exactly one kind, e.g. - button: { … }')

export type Block = z.infer<typeof blockSchema>
export type BlockKind = keyof Block

export const screenSchema = z.strictObject({
  title: textSchema,
  nav: idSchema.optional(),
  blocks: z.array(blockSchema).max(20),
})
export type Screen = z.infer<typeof screenSchema>
