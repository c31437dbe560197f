/** Held by whoever types or verifies an address and by whoever looks for one, so that neither misses the other. */
export const addressName = (hash: string): string => `email:${hash}`
