/** A body that no form of ours sends: its refusal has a status, and is nothing that a person mistyped. */
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

/** Also for one that was made by another copy of this module: the server bundle has its own. */
export function isBodyRefusal(value: unknown): value is BodyRefusal {
  return value instanceof Error && value.name === 'BodyRefusal'
}
