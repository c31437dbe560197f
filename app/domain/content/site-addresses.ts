/**
 * First segments of Foyer's own addresses. No page can have such a slug, and a link that begins with one is checked.
 */
export const SITE_SEGMENTS: readonly string[] = [
  'account',
  'api',
  'assets',
  'boards',
  'buy',
  'compare',
  'confirm',
  'consent',
  'decide',
  'demos',
  'embed',
  'en',
  'es',
  'healthz',
  'help',
  'join',
  'locale',
  'me',
  'media',
  'metrics',
  'new',
  'pricing',
  'readyz',
  'resume',
  'shared',
  'unsubscribe',
  'sign-in',
  'sign-out',
  'stories',
  'studio',
  'talk',
  'team',
  'theme',
  'trials',
  'try',
  'verify',
  'zh',
]

/** Static files and folders. No page can take their address either. */
export const SITE_FILES: readonly string[] = ['favicon.svg', 'samples']

/** Pages of Foyer itself without pages below them. */
const LEAVES = ['account', 'help', 'me', 'pricing', 'sign-in', 'talk']

/** Addresses below these exist only for staff, so links to them are not checked. */
const TREES = ['api', 'boards', 'studio', 'team', ...SITE_FILES]

/** Whether a text may link to this address of Foyer itself, given as its segments. */
export function isSiteAddress([first = '', ...more]: readonly string[]): boolean {
  return TREES.includes(first) || (LEAVES.includes(first) && more.length === 0)
}
