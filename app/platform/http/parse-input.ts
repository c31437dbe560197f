import type { z } from 'zod'
import { unstorablePath } from '~/domain/json'
import type { InputIssue } from '~/domain/error-details'
import { DomainError } from '~/domain/errors'

/**
 * Parses input with its schema. Texts that PostgreSQL cannot store are refused.
 * @throws DomainError `invalid-input` with `issues`: what is wrong, by path
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  return storable(parseShape(schema, input))
}

/** Like `parseInput`, for input that is not stored: any text is allowed. */
export function parseShape<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map(({ path, message }) => ({ at: path.map(String).join('.'), message }))
  throw new DomainError('invalid-input', issues[0]?.message ?? 'The input is not valid.', { issues })
}

/** The issues of an `invalid-input`, by path; empty when it has none. */
export function issuesOf({ details }: DomainError): InputIssue[] {
  return 'issues' in details ? (details.issues ?? []) : []
}

function storable<Data>(data: Data): Data {
  const path = unstorablePath(data)
  if (!path) return data
  const at = path.join('.')
  const message = `${path.at(-1) ?? 'The input'} holds a character that cannot be kept (NUL or half of a surrogate pair): remove it.`
  throw new DomainError('invalid-input', message, { issues: [{ at, message }] })
}
