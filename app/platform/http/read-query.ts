import { z } from 'zod'
import type { IgnoredParameter } from '~/domain/ignored-parameter'
import { parseInput } from './parse-input'

const SHOWN_CHARACTERS = 60

/**
 * Parses query parameters with a schema in which each is optional. An invalid one is ignored and reported, since a page
 * without one filter is better than none. Parameters in `path` identify the page and must be valid.
 * @throws DomainError `invalid-input` when a path parameter is invalid
 */
export function readQuery<Schema extends z.ZodObject>(
  schema: Schema,
  parameters: Record<string, unknown>,
  path: readonly (keyof z.input<Schema>)[] = [],
): { query: z.output<Schema>; leftOut: IgnoredParameter[] } {
  const kept = { ...parameters }
  const leftOut: IgnoredParameter[] = []
  for (const name of wrongNames(schema, kept)) {
    if (path.includes(name) || !(name in kept)) continue
    leftOut.push(ignoredParametersOf(name, kept[name]))
    delete kept[name]
  }
  return { query: parseInput(schema, kept), leftOut }
}

/** The input of a use case that reads the parameters of an address by `readQuery`. */
export function querySchema<Schema extends z.ZodObject>(schema: Schema) {
  return z.record(z.string(), z.unknown()).transform((parameters) => readQuery(schema, parameters))
}

function wrongNames(schema: z.ZodObject, parameters: Record<string, unknown>): string[] {
  const { error } = schema.safeParse(parameters)
  return [...new Set(error?.issues.map(({ path }) => String(path[0])))]
}

/** The value as shown: shortened, and without unprintable characters. */
export function ignoredParametersOf(name: string, value: unknown): IgnoredParameter {
  const text = printable(String(value))
  const isLong = text.length > SHOWN_CHARACTERS
  return { name, value: isLong ? `${printable(text.slice(0, SHOWN_CHARACTERS))}…` : text }
}

const printable = (text: string): string => text.replace(/\p{Cc}|\p{Surrogate}/gu, '')
