import type { ReferenceContext } from '../references/check-references'
import type { Use } from '../references/reference'
import type { Locale } from '~/domain/text'

/** What a document is checked against. What is absent is not checked. */
export interface DocumentCheckContext extends Partial<ReferenceContext> {
  /** Which live documents name what the live version of this one offers. */
  uses?: Use[]
  /** Locales that the workspace offers: a text that lacks one of them gets a warning. All when absent. */
  locales?: readonly Locale[]
}
