/** What a list of trials can show of each, and be sorted by, in the order in which the columns are offered. */
export const LIST_COLUMNS = [
  'started',
  'demo',
  'plan',
  'role',
  'channel',
  'device',
  'locale',
  'revision',
  'active',
  'wall',
  'score',
  'steps',
  'hints',
  'detours',
  'ending',
  'rating',
  'comment',
  'notes',
  'goal',
  'flags',
] as const

export type TrialColumn = (typeof LIST_COLUMNS)[number]

/** The columns of a list whose reader chose none. */
export const DEFAULT_COLUMNS: readonly TrialColumn[] = [
  'started',
  'demo',
  'plan',
  'role',
  'channel',
  'active',
  'score',
  'ending',
  'rating',
  'goal',
  'flags',
]

const isColumn = (text: string): text is TrialColumn => LIST_COLUMNS.some((column) => column === text)

/** Columns as they stand in an address, `started,score`; null when that is no list of different columns. */
export function parseColumns(text: string): TrialColumn[] | null {
  const columns = text.split(',').filter(isColumn)
  const isWhole = columns.length > 0 && columns.join(',') === text && new Set(columns).size === columns.length
  return isWhole ? columns : null
}

/** As `parseColumns` reads them. */
export const formatColumns = (columns: readonly TrialColumn[]): string => columns.join(',')
