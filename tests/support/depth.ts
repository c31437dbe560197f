/**
 * How much the tests try. `npm test` runs one case of each kind and properties briefly; `npm run test:all` sets
 * FOYER_TEST_DEPTH=all and runs everything.
 */
export const TRIES_ALL = process.env.FOYER_TEST_DEPTH === 'all'

/** How many runs a property gets, of */
export function tries(full: number): number {
  return TRIES_ALL ? full : Math.ceil(full / 5)
}

/** All of a list, or `count` of it, spread evenly. */
export function sample<Case>(all: readonly Case[], count: number): Case[] {
  if (TRIES_ALL || all.length <= count) return [...all]
  return Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)]!)
}
