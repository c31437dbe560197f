import { z } from 'zod'
import { strict } from '../strict'
import { blockBase, celSchema, labelledSchema, shownSchema, textSchema, toneSchema } from '../schema-values'

const partySchema = strict({ label: textSchema, lines: z.array(shownSchema).min(1).max(6) })
const stampSchema = strict({
  text: textSchema,
  tone: toneSchema.optional(),
  if: celSchema.optional(),
})
const linesSchema = strict({ rows: celSchema, columns: z.array(labelledSchema).min(1).max(8) })

/** A paper: an invoice, a contract, a delivery note. `of` names the thing it is about (`row` outside the lines). */
export const documentSchema = strict({
  ...blockBase,
  of: celSchema.optional(),
  heading: textSchema,
  number: shownSchema.optional(),
  parties: z.array(partySchema).max(3).optional(),
  facts: z.array(labelledSchema).max(12).optional(),
  lines: linesSchema.optional(),
  totals: z.array(labelledSchema).max(6).optional(),
  paragraphs: z.array(shownSchema).max(12).optional(),
  stamp: stampSchema.optional(),
})
export type DocumentBlock = z.infer<typeof documentSchema>
