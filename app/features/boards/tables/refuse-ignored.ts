import { DomainError } from '~/domain/errors'
import type { IgnoredParameter } from '~/domain/ignored-parameter'

/**
 * A page says which parts of its address it ignores; what leaves without a page is refused instead.
 * @throws DomainError `invalid-input`
 */
export function refuseIgnored(ignored: readonly IgnoredParameter[]): void {
  if (ignored.length === 0) return
  const issues = ignored.map(({ name, value }) => ({ at: name, message: `“${value}” is not a ${name}.` }))
  throw new DomainError('invalid-input', issues[0]?.message ?? 'A parameter is not valid.', { issues })
}
