/** The embedded database cannot be used, said in one sentence that a person can act on. Told apart by name. */
export class EmbeddedDatabaseError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'EmbeddedDatabaseError'
  }
}
