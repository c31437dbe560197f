import { z } from 'zod'
import { CSV_FIELDS } from './csv/columns'
import { MOST_CSV_COLUMNS } from './csv/limits'
import { DECIMAL_SIGNS } from './csv/read-amount'
import { DAY_ORDERS } from './csv/read-date'

/** Which column says what; a field that is left out is looked for by its name, -1 says that no column has it. */
const columns = z.partialRecord(z.enum(CSV_FIELDS), z.coerce.number().int().min(-1).max(MOST_CSV_COLUMNS))

/** How days and amounts are written; what is left out is read off the cells where they show it. */
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

/** `hash` is that of the check: what is imported is exactly what was checked. */
export const importFileSchema = checkFileSchema.extend({ hash: z.string().max(100) })
