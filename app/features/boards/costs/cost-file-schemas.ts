import { z } from 'zod'
import { DECIMAL_SIGNS } from '~/domain/csv/read-amount'
import { DAY_ORDERS } from '~/domain/csv/read-date'

export const checkCostFileSchema = z.strictObject({
  name: z.string().trim().max(200).default(''),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  /** How days and amounts are written; missing values are inferred from the cells. */
  notation: z
    .strictObject({ dayOrder: z.enum(DAY_ORDERS).optional(), decimalSign: z.enum(DECIMAL_SIGNS).optional() })
    .default({}),
})

/** `hash` is from the check, so that exactly the checked file is taken over. */
export const importCostFileSchema = checkCostFileSchema.extend({ hash: z.string().max(100) })
