/** Why an expression cannot be used. `start` and `end` are offsets in its source. */
export class ExpressionError extends Error {
  constructor(
    readonly reason: 'syntax' | 'type' | 'too-large' | 'failed',
    message: string,
    readonly start: number | null = null,
    readonly end: number | null = null,
  ) {
    super(message)
    this.name = 'ExpressionError'
  }
}

export function isExpressionError(error: unknown): error is ExpressionError {
  return error instanceof Error && error.name === 'ExpressionError'
}
