import { z } from 'zod'

/** A currency in use, by its ISO 4217 code. */
export const currencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/, 'Write a currency as three capitals, e.g. EUR')
  .refine((code) => Intl.supportedValuesOf('currency').includes(code), {
    error: ({ input }) => `There is no currency ${String(input)}: write one in use, e.g. EUR`,
  })
