import { z } from 'zod'
import { strict } from '../strict'
import { blockBase, celSchema, labelledSchema, shownSchema, textSchema, toneSchema } from '../schema-values'

const partySchema = strict({
  label: textSchema.describe('From, to'),
  lines: z.array(shownSchema).min(1).max(6).describe('Name and address'),
})
const stampSchema = strict({
  text: textSchema.describe('What is stamped on the paper'),
  tone: toneSchema.optional(),
  if: celSchema.optional().describe('The stamp is there only while this holds'),
})
const linesSchema = strict({
  rows: celSchema.describe('The list whose rows are lines'),
  columns: z.array(labelledSchema).min(1).max(8).describe('What a line shows; row is the line'),
})

/** An invoice, a contract, a delivery note. `of` gives the object it is about (`row` outside the lines). */
export const documentSchema = strict({
  ...blockBase,
  of: celSchema.optional().describe('The thing that the paper is about, `row` in it'),
  heading: textSchema.describe('What kind of paper it is'),
  number: shownSchema.optional().describe('Its number'),
  parties: z.array(partySchema).max(3).optional().describe('Who it is from and to'),
  facts: z.array(labelledSchema).max(12).optional().describe('Dates, terms'),
  lines: linesSchema.optional().describe('The table of the paper'),
  totals: z.array(labelledSchema).max(6).optional().describe('Sums below the lines'),
  paragraphs: z.array(shownSchema).max(12).optional().describe('Running text'),
  stamp: stampSchema.optional().describe('A stamp across the corner'),
})
export type DocumentSpec = z.infer<typeof documentSchema>
