/** A request body that none of our forms sends. Its refusal has a status, and is not a mistake of the person. */
export class BodyRefusal extends Error {
  readonly status: number
  readonly type: string

  constructor(status: 400 | 413 | 415, message: string) {
    super(message)
    this.name = 'BodyRefusal'
    this.status = status
    this.type = status === 413 ? 'entity.too.large' : 'body.refused'
  }
}

/** Also true for an error created by another copy of this module: the server bundle has its own. */
export function isBodyRefusal(value: unknown): value is BodyRefusal {
  return value instanceof Error && value.name === 'BodyRefusal'
}
