import type { RequestParamHandler } from 'express'
import { validate } from 'uuid'
import { DomainError } from '~/domain/errors'

/** Answers `not-found` for a path parameter that is not a UUID. */
export function requireUuid(what: string): RequestParamHandler {
  return (_req, _res, next, id: string) =>
    next(validate(id) ? undefined : new DomainError('not-found', `There is no such ${what}.`))
}
