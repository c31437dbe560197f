import type { TrialClient, TrialClientOptions } from '../client/trial-client'

/** How a live player reaches the server. A preview has none. */
export type Connection = TrialClient

/** Opens the connection of one trial; `openTrialClient` in a real page. */
export type Connect = (options: TrialClientOptions) => Promise<Connection>
