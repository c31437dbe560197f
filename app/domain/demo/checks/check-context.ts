import type { Locale } from '../../text'

/** What a demo is checked against, beside its own document. What is absent is not checked. */
export type CheckContext = {
  /** Guides beside the demo, with the locales in which each is written. */
  guides?: ReadonlyMap<string, readonly Locale[]>
  /** Ids of the plan features. */
  features?: readonly string[]
  /** Locales in which every text should be; those of the demo's title when absent. */
  locales?: readonly Locale[]
}
