import { DomainError } from '~/domain/errors'

/**
 * What a page sent: JSON from scripts, a form without them.
 * @throws DomainError `invalid-input`
 */
export async function readFields(request: Request): Promise<Record<string, unknown>> {
  if (!request.headers.get('content-type')?.startsWith('application/json')) {
    return Object.fromEntries(await request.formData())
  }
  const fields: unknown = await request.json().catch(() => null)
  if (typeof fields === 'object' && fields !== null && !Array.isArray(fields))
    return fields as Record<string, unknown>
  throw new DomainError('invalid-input', 'The request is not a JSON object.')
}
