/** Tables cannot be distributed. Recognized by name; the message is one sentence that a person can act on. */
export class DistributionError extends Error {
  constructor() {
    super(
      'This PostgreSQL has no Citus, and nothing was changed: install Citus on every node, run "create extension citus" in this database, add the nodes, then try again.',
    )
    this.name = 'DistributionError'
  }
}
