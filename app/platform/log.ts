import pino from 'pino'
import type { DestinationStream, Logger, LoggerOptions } from 'pino'
import type { Environment } from './environment'

/** Keys whose values are never logged, at any depth at which we log objects. */
const SECRET_KEYS = [
  'password',
  'newPassword',
  'currentPassword',
  'token',
  'secret',
  'cookie',
  'authorization',
  'email',
  'contact',
]
const REDACTED = SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`, `*["set-${key}"]`])

export interface LogOutput {
  /** A person watches: readable lines instead of JSON. */
  terminal: boolean
  /** Where JSON lines go; standard output when absent. */
  stream?: DestinationStream
}

/** Structured log lines on standard output; readable ones in a terminal. */
export function createLog(env: Pick<Environment, 'logLevel'>, { terminal, stream }: LogOutput): Logger {
  const options: LoggerOptions = {
    level: env.logLevel,
    redact: { paths: REDACTED, censor: '[hidden]' },
    base: null,
    serializers: { err: describeError },
    timestamp: pino.stdTimeFunctions.isoTime,
  }
  if (!terminal) return pino(options, stream ?? pino.destination(1))
  return pino({
    ...options,
    transport: { target: 'pino-pretty', options: { translateTime: 'HH:MM:ss', ignore: 'requestId' } },
  })
}

/** An error in a form that may be logged: without query values. */
export interface DescribedError {
  type: string
  code?: string
  message: string
  stack: string
  cause?: DescribedError
}

/** An error with its causes, reduced to fields known to be harmless. */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error), stack: '' }
  const message = harmlessMessage(error)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return {
    type: error.name,
    ...(code && { code }),
    message,
    stack: (error.stack ?? '').replace(error.message, () => message),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  }
}

/** Drizzle puts the values of a failed query, which may be personal data, into its message. */
function harmlessMessage(error: Error): string {
  return 'query' in error && 'params' in error ? `Failed query: ${String(error.query)}` : error.message
}
