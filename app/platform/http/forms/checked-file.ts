import { z } from 'zod'
import { DECIMAL_SIGNS } from '~/domain/csv/read-amount'
import { DAY_ORDERS } from '~/domain/csv/read-date'
import { fileField } from './sent-field'

/** The fields of an import: a new file, or the checked file sent again, so that nothing is stored in between. */
export const checkedFileFields = z.object({
  intent: z.enum(['check', 'import']).default('check'),
  file: fileField.optional(),
  name: z.string().default(''),
  hash: z.string().default(''),
  content: z.base64().optional(),
  dayOrder: z.enum(DAY_ORDERS).optional(),
  decimalSign: z.enum(DECIMAL_SIGNS).optional(),
})

/** The file that was sent, and how its cells are written; null when none was chosen. */
export function sentFile({ file, name, content, dayOrder, decimalSign }: z.output<typeof checkedFileFields>) {
  const bytes = file ? file.bytes : content && Buffer.from(content, 'base64')
  if (!bytes) return null
  return { name: file?.name ?? name, bytes, notation: { dayOrder, decimalSign } }
}
