/**
 * The lock name of an address. Whoever types, verifies or looks up an address takes this lock, so that none misses the
 * other.
 */
export const addressName = (hash: string): string => `email:${hash}`
