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
  rows: celSchema.describe('The list whose rows are shown'),
  columns: z.array(labelledSchema).min(1).max(12).describe('What each row shows; row is in scope'),
  pick: eventNameSchema.optional().describe('Sent with { id: row.id } when a row is pressed'),
  rowActions: z.array(rowActionSchema).max(4).optional().describe('Buttons on every row'),
  empty: textSchema.optional().describe('Stands there when there are no rows'),
})
export type TableSpec = z.infer<typeof tableSchema>
