/**
 * First parts of the addresses of Foyer itself. A page of that name would never be reached, and a link into one of them
 * leads somewhere.
 */
export const SITE_SEGMENTS: readonly string[] = [
  'account',
  'api',
  'assets',
  'boards',
  'compare',
  'confirm',
  'consent',
  'decide',
  'demos',
  'embed',
  'healthz',
  'help',
  'join',
  'locale',
  'me',
  'metrics',
  'new',
  'pricing',
  'readyz',
  'resume',
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
]

/** Files of Foyer itself, and folders of such. No page can take their address either. */
export const SITE_FILES: readonly string[] = ['favicon.svg', 'samples']

/** Pages of Foyer itself that stand alone; nothing is below them that a text may link to. */
const LEAVES = ['account', 'help', 'me', 'pricing', 'sign-in', 'talk']

/** Whatever is below these, only those who work here can say whether it is there. */
const TREES = ['api', 'boards', 'studio', 'team', ...SITE_FILES]

/** Whether a text may link to this address of Foyer itself, given as its parts. */
export function isSiteAddress([first = '', ...more]: readonly string[]): boolean {
  return TREES.includes(first) || (LEAVES.includes(first) && more.length === 0)
}
