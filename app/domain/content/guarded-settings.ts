import { readYamlSource } from '~/domain/demo/format/yaml-source'
import { DEFAULT_RETENTION, NO_NETWORKS } from './settings'

/**
 * Settings about what is stored of visitors and for how long, how trials are flagged, who outside may be mailed boards, and
 * who must approve what goes live: only an admin changes them.
 */
const GUARDED_SETTINGS = ['retention', 'consent', 'networks', 'boards', 'review'] as const

type Guarded = Partial<Record<(typeof GUARDED_SETTINGS)[number], unknown>>

const UNSAID: Guarded = {
  retention: DEFAULT_RETENTION,
  networks: NO_NETWORKS,
  consent: 'ask',
  boards: { mailTo: [] },
  review: { fourEyes: false },
}

/** The guarded settings as one text for comparison, with defaults filled in. Null when the source cannot be read. */
export function guardedSettings(source: string): string | null {
  const read = readYamlSource(source, 0)
  if ('problems' in read) return null
  const said = (typeof read.value === 'object' && read.value !== null ? read.value : {}) as Guarded
  return JSON.stringify(GUARDED_SETTINGS.map((name) => ordered(said[name] ?? UNSAID[name])))
}

/** The same value with the keys of every map sorted. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return entries.map(([key, inner]) => [key, ordered(inner)])
}
