import { DomainError } from '~/domain/errors'

/** @throws DomainError `conflict` when the draft is not of the version that somebody looked at */
export function refuseOtherVersion(found: number, expected: number | undefined): asserts expected is number {
  if (found === expected) return
  throw new DomainError(
    'conflict',
    'The draft was saved again after you looked at it. Look at it once more.',
    { draftVersion: found, ...(expected !== undefined && { expected }) },
  )
}
