import { z } from 'zod'
import { CSV_FIELDS } from './csv/columns'
import { MOST_CSV_COLUMNS } from '~/domain/csv/limits'
import { DECIMAL_SIGNS } from '~/domain/csv/read-amount'
import { DAY_ORDERS } from '~/domain/csv/read-date'

/** The column of each field; missing ones are found by name, -1 means that no column has it. */
const columns = z.partialRecord(z.enum(CSV_FIELDS), z.coerce.number().int().min(-1).max(MOST_CSV_COLUMNS))

/** How dates and amounts are written; missing values are inferred from the cells. */
const notation = z.strictObject({
  dayOrder: z.enum(DAY_ORDERS).optional(),
  decimalSign: z.enum(DECIMAL_SIGNS).optional(),
})

export const checkFileSchema = z.strictObject({
  name: z.string().trim().max(200).default(''),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  columns: columns.default({}),
  notation: notation.default({}),
})

/** `hash` is from the check, so that exactly the checked file is imported. */
export const importFileSchema = checkFileSchema.extend({ hash: z.string().max(100) })
