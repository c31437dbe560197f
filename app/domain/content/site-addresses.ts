/**
 * First parts of the addresses of Foyer itself. A page of that name would never be reached, and a link into one of them
 * leads somewhere.
 */
export const SITE_SEGMENTS: readonly string[] = [
  ...[
    'account',
    'api',
    'assets',
    'boards',
    'compare',
    'consent',
    'decide',
    'demos',
    'embed',
    'healthz',
    'help',
  ],
  ...[
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
  ],
  ...['studio', 'talk', 'team', 'theme', 'trials', 'try', 'verify'],
]
