import type { TableFormat } from './file-formats'
import type { ServedHead } from '../tables/served-head'

/** The name of a file: board, table, days and watermark, such as `foyer-overview-demos-2026-01-01-to-2026-01-30-as-of-…`. */
export function fileName({ board, table, first, last, asOf }: ServedHead, format: TableFormat): string {
  const days = `${first ?? 'start'}-to-${last}`
  const moment = asOf.replace(/\.\d+Z$/, 'Z').replaceAll(':', '')
  return `foyer-${board}-${table}-${days}-as-of-${moment}.${format}`
}
