import type { Locale } from '../../text'

/** What is known of the surroundings of a demo. What is absent is not checked. */
export type CheckContext = {
  /** Guides beside the demo, with the languages in which each is written. */
  guides?: ReadonlyMap<string, readonly Locale[]>
  /** Names of the pictures beside the demo. */
  images?: readonly string[]
  /** Ids of the plan features. */
  features?: readonly string[]
  /** Languages in which every text should be; those of the demo's title when absent. */
  locales?: readonly Locale[]
}
