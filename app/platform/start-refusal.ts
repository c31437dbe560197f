/**
 * The process cannot start, for a reason that fits in one sentence. Printed without a stack; the exit code is 1.
 * Recognized by name.
 */
export class StartRefusal extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StartRefusal'
  }
}

const SPEAKING_NAMES = [
  'StartRefusal',
  'EmbeddedDatabaseError',
  'NewerDatabaseError',
  'BackupRefusal',
  'DistributionError',
]

/** The sentence of a StartRefusal, or null for an unexpected error, which is printed with its stack. */
export function refusalSentence(error: unknown): string | null {
  return error instanceof Error && SPEAKING_NAMES.includes(error.name) ? error.message : null
}
