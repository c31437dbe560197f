/** A backup cannot be made or restored. Recognized by name; the message is one sentence that a person can act on. */
export class BackupRefusal extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'BackupRefusal'
  }
}
