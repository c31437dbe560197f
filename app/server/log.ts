import pino from 'pino'
import type { Logger, LoggerOptions } from 'pino'
import type { Environment } from './environment'

/** Paths whose values never reach the log, at any of the depths at which we log objects. */
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

/** Structured lines on standard output; readable ones when a person watches in a terminal. */
export function createLog(env: Pick<Environment, 'logLevel'>, output: { terminal: boolean }): Logger {
  const options: LoggerOptions = {
    level: env.logLevel,
    redact: { paths: REDACTED, censor: '[hidden]' },
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
  }
  if (!output.terminal) return pino(options)
  return pino({
    ...options,
    transport: { target: 'pino-pretty', options: { translateTime: 'HH:MM:ss', ignore: 'requestId' } },
  })
}
