import { z } from 'zod'

/** The maximum number of fields in a form, and of values for a list without a limit. */
export const MOST_FIELDS = 64

/**
 * The field names of a form's schema, each with how often it may be sent: once, or up to the maximum length of its
 * list. For a form with several shapes, such as a union by `intent`, the names of all.
 */
export function fieldNamesOf(schema: z.ZodType): ReadonlyMap<string, number> {
  const known = cached.get(schema)
  if (known) return known
  const names = new Map<string, number>()
  collect(schema, names)
  cached.set(schema, names)
  return names
}

const cached = new WeakMap<z.ZodType, ReadonlyMap<string, number>>()

function collect(schema: z.ZodType, names: Map<string, number>): void {
  const bare = unwrapped(schema)
  if (bare instanceof z.ZodObject) {
    for (const [name, field] of Object.entries(bare.shape as Record<string, z.ZodType>)) {
      names.set(name, Math.max(names.get(name) ?? 1, timesOf(field)))
    }
  } else if (bare instanceof z.ZodUnion) {
    for (const option of bare.options) collect(option as z.ZodType, names)
  } else {
    throw new TypeError('The schema of a form is an object, or a union of objects.')
  }
}

function timesOf(field: z.ZodType): number {
  const bare = unwrapped(field)
  if (!(bare instanceof z.ZodArray)) return 1
  const limits = (bare.def.checks ?? []).map((check) => check._zod.def as { check: string; maximum?: number })
  return limits.find(({ check }) => check === 'max_length')?.maximum ?? MOST_FIELDS
}

/** The inner schema of `optional`, `default`, `transform` and similar: the input before it is changed. */
function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodPipe) {
    const { in: first, out } = schema.def
    return unwrapped((first instanceof z.ZodTransform ? out : first) as z.ZodType)
  }
  const inner = 'innerType' in schema.def ? (schema.def.innerType as z.ZodType) : null
  return inner ? unwrapped(inner) : schema
}
