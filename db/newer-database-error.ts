/** The database was migrated by a newer Foyer. Recognized by name; the message is one sentence that a person can act on. */
export class NewerDatabaseError extends Error {
  constructor() {
    super(
      'The database was written by a newer Foyer than this one: start that version, or restore a backup that was made before the upgrade.',
    )
    this.name = 'NewerDatabaseError'
  }
}
