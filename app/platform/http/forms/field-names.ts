import { z } from 'zod'

/** Fields that a form may have, and times that a name may come when its schema is a list without a limit. */
export const MOST_FIELDS = 64

/**
 * The names that a form's schema knows, each with how often it may be sent: once, or as often as its list may be long.
 * Forms of several shapes, such as a union by `intent`, know the names of all.
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

/** What is inside of `optional`, `default`, `transform` and their like: what is sent, before it is changed. */
function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodPipe) {
    const { in: first, out } = schema.def
    return unwrapped((first instanceof z.ZodTransform ? out : first) as z.ZodType)
  }
  const inner = 'innerType' in schema.def ? (schema.def.innerType as z.ZodType) : null
  return inner ? unwrapped(inner) : schema
}
