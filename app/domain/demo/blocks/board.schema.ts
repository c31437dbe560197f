import { z } from 'zod'
import { strict } from '../strict'
import {
  blockBase,
  celSchema,
  eventNameSchema,
  rowActionSchema,
  shownSchema,
  textSchema,
  toneSchema,
} from '../schema-values'

const columnSchema = strict({
  id: z.string().min(1).max(60),
  label: textSchema,
  tone: toneSchema.optional(),
})

/** Cards in columns. `column` says, for each row, the id of the column it stands in; other rows are not shown. */
export const boardSchema = strict({
  ...blockBase,
  rows: celSchema,
  column: celSchema,
  columns: z.array(columnSchema).min(1).max(6),
  card: strict({ title: shownSchema, lines: z.array(shownSchema).max(4).optional() }),
  pick: eventNameSchema.optional(),
  rowActions: z.array(rowActionSchema).max(4).optional(),
})
export type BoardBlock = z.infer<typeof boardSchema>
