const CONNECTION_CODES = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  // Disk full, out of memory, I/O error, read-only standby.
  '53100',
  '53200',
  '58030',
  '25006',
]

/** True when the database cannot be reached or cannot write; drizzle wraps the cause. */
export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && CONNECTION_CODES.includes(String(error.code))) return true
  return error.cause !== undefined && isDatabaseDown(error.cause)
}

/** True when the database cancelled a statement that exceeded its time limit. */
export function isTimedOut(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && error.code === '57014') || (error.cause !== undefined && isTimedOut(error.cause))
}
