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
  // No room on its disk, no memory, an error of its disk, a standby that takes no writes.
  '53100',
  '53200',
  '58030',
  '25006',
]

/** True when the database cannot be reached or cannot write just now; drizzle wraps the cause. */
export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && CONNECTION_CODES.includes(String(error.code))) return true
  return error.cause !== undefined && isDatabaseDown(error.cause)
}

/** True when the database ended a statement because it took longer than it may. */
export function isTimedOut(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && error.code === '57014') || (error.cause !== undefined && isTimedOut(error.cause))
}
