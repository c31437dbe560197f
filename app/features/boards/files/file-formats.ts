/** The formats of files, with their media types. */
export const FILE_FORMATS = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
} as const

export type TableFormat = keyof typeof FILE_FORMATS

export const FILE_FORMAT_NAMES = Object.keys(FILE_FORMATS) as [TableFormat, ...TableFormat[]]
