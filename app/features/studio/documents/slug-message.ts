import { NEW_SLUG_MAX } from '~/domain/content/new-slug'
import type { SlugProblem } from '~/domain/content/new-slug'

/**
 * The message for the problem of a new slug, for the API, the command line and logs. Pages show it in the reader's
 * language.
 */
export function slugMessage(problem: SlugProblem): string {
  return MESSAGES[problem]
}

const MESSAGES: Record<SlugProblem, string> = {
  empty: 'Give the document an address: small letters, digits and single hyphens, e.g. order-to-cash',
  'too-long': `An address has at most ${NEW_SLUG_MAX} characters`,
  'upper-case': 'An address has small letters only, e.g. order-to-cash',
  characters: 'An address has small letters, digits and single hyphens, e.g. order-to-cash',
  begins: 'The address of a demo begins with a letter, e.g. order-to-cash',
  reserved: 'This address belongs to Foyer itself: choose another',
}
