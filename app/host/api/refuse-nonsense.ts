import type { RequestParamHandler } from 'express'
import { validate } from 'uuid'
import { DomainError } from '~/domain/errors'

/** A path whose id is no id names nothing. */
export function refuseNonsense(what: string): RequestParamHandler {
  return (_req, _res, next, id: string) =>
    next(validate(id) ? undefined : new DomainError('not-found', `There is no such ${what}.`))
}
