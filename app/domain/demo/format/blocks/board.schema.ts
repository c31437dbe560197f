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
  id: z.string().min(1).max(60).describe('What `column` gives for the rows that stand here'),
  label: textSchema.describe('Heading of the column'),
  tone: toneSchema.optional(),
})

/** Cards in columns. `column` gives, for each row, the id of its column; other rows are not shown. */
export const boardSchema = strict({
  ...blockBase,
  rows: celSchema.describe('The list whose rows are cards'),
  column: celSchema.describe('Id of the column in which the row stands; a row of no column is not shown'),
  columns: z.array(columnSchema).min(1).max(6).describe('The columns from left to right'),
  card: strict({
    title: shownSchema.describe('First line of a card'),
    lines: z.array(shownSchema).max(4).optional().describe('Lines below it'),
  }).describe('What a card shows; row is in scope'),
  pick: eventNameSchema.optional().describe('Sent with { id: row.id } when a card is pressed'),
  rowActions: z.array(rowActionSchema).max(4).optional().describe('Buttons on every card'),
})
export type BoardSpec = z.infer<typeof boardSchema>
