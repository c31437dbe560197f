import type { z } from 'zod'
import { DomainError } from '~/domain/errors'

/**
 * The input by its schema.
 * @throws DomainError `invalid-input` with `issues`: what is wrong, by path.
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map(({ path, message }) => ({ at: path.join('.'), message }))
  throw new DomainError('invalid-input', issues[0]?.message ?? 'The input is not right.', { issues })
}
