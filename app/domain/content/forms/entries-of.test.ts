import { expect, test } from 'vitest'
import { z } from 'zod'
import { textSchema } from '~/domain/demo/format/schema-values'
import { entriesOf } from './entries-of'

const named = (schema: z.ZodType) =>
  Object.fromEntries(entriesOf(schema).map(({ name, field, isRequired }) => [name, { ...field, isRequired }]))

test('each kind of schema gives the field that asks for it', () => {
  const fields = named(
    z.strictObject({
      format: z.literal('x/1'),
      title: textSchema,
      name: z.string().max(60),
      days: z.number().int().min(1).max(365).optional(),
      open: z.boolean(),
      tone: z.enum(['info', 'warning']),
      places: z.array(z.enum(['home', 'help'])).min(1),
      price: z.strictObject({ monthly: z.number() }).nullable(),
      rates: z.record(z.string(), z.number()),
      hosts: z.array(z.string()).max(3),
      either: z.union([z.boolean(), z.number()]),
      network: z.union([z.cidrv4(), z.cidrv6()]),
    }),
  )
  expect(fields).toMatchObject({
    format: { kind: 'fixed' },
    title: { kind: 'text', isRequired: true },
    name: { kind: 'line', max: 60 },
    days: { kind: 'number', whole: true, min: 1, max: 365, isRequired: false },
    open: { kind: 'yes-no' },
    tone: { kind: 'choice', options: ['info', 'warning'] },
    places: { kind: 'choices', options: ['home', 'help'], min: 1 },
    price: { kind: 'group', mayBeNull: true },
    rates: { kind: 'map', value: { kind: 'number' } },
    hosts: { kind: 'list', max: 3, item: { kind: 'line' } },
    either: { kind: 'source' },
    network: { kind: 'line' },
  })
})
