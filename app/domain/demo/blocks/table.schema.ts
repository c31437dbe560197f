import { z } from 'zod'
import { strict } from '../strict'
import {
  blockBase,
  celSchema,
  eventNameSchema,
  labelledSchema,
  rowActionSchema,
  textSchema,
} from '../schema-values'

/** Rows of the world as a table. `pick` makes a row a control that sends `{ id: row.id }`. */
export const tableSchema = strict({
  ...blockBase,
  rows: celSchema,
  columns: z.array(labelledSchema).min(1).max(12),
  pick: eventNameSchema.optional(),
  rowActions: z.array(rowActionSchema).max(4).optional(),
  empty: textSchema.optional(),
})
export type TableBlock = z.infer<typeof tableSchema>
