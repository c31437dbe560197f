/** The process cannot start, for a reason that one sentence tells. Shown without a stack; the exit code is 1. Told apart by name. */
export class StartRefusal extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StartRefusal'
  }
}

const SPEAKING_NAMES = ['StartRefusal', 'EmbeddedDatabaseError']

/** The sentence of an expected refusal, or null for an error that deserves its stack. */
export function refusalSentence(error: unknown): string | null {
  return error instanceof Error && SPEAKING_NAMES.includes(error.name) ? error.message : null
}
