import type { TrialClient, TrialClientOptions } from '../client/trial-client'

/** The connection of a live player to the server. A preview has none. */
export type Connection = TrialClient

/** Opens the connection of one trial; `openTrialClient` in a real page. */
export type Connect = (options: TrialClientOptions) => Promise<Connection>
