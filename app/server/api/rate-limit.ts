import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { DomainError } from '~/domain/errors'
import type { App } from '../context'
import { bearerOf, hashApiKey } from '../api-key'
import { readVisitor } from '../visitor-cookie'
import type { PlainHandler, PlainRequest } from '../plain-http'
import { headerReaderOf } from './request-headers'

/** Requests that one key may make in a window of seconds. */
export interface Limit {
  points: number
  seconds: number
}

/** One browser sends a batch every two seconds; one office may hold hundreds of browsers. */
export const GENEROUS = {
  visitor: { points: 600, seconds: 60 },
  key: { points: 600, seconds: 60 },
  network: { points: 6_000, seconds: 60 },
} satisfies Limits

export interface Limits {
  visitor: Limit
  /** Of an API key; a request with one is not counted by its cookies. */
  key?: Limit
  network: Limit
}

type Name = keyof Limits

/**
 * Refuses what is far more than people do, by visitor or API key and by network, with `rate-limited`. Counted in memory, for each
 * instance by itself. Every answer tells the tightest limit in the RateLimit headers.
 */
export function rateLimit(app: Pick<App, 'env'>, limits: Limits): PlainHandler {
  const limiters: Record<Name, RateLimiterMemory> = {
    visitor: limiterOf('visitor', limits.visitor),
    key: limiterOf('key', limits.key ?? limits.visitor),
    network: limiterOf('network', limits.network),
  }
  const policy = Object.entries(limits)
    .map(([name, { points, seconds }]) => `"${name}";q=${points};w=${seconds}`)
    .join(', ')
  return (req, res, next) => {
    const check = async (): Promise<void> => {
      res.setHeader('RateLimit-Policy', policy)
      const states = await Promise.all(
        keysOf(app, req, res.locals.network).map(([name, key]) => consume(name, limiters[name], key)),
      )
      const tightest = states.reduce((one, other) => (other.left < one.left ? other : one))
      const { name, left, seconds } = tightest
      res.setHeader('RateLimit', `"${name}";r=${Math.max(0, left)};t=${seconds}`)
      if (left < 0) throw refusal(seconds)
    }
    check().then(() => next(), next)
  }
}

interface LimitState {
  name: Name
  /** Negative when there were more. */
  left: number
  /** Until the window ends. */
  seconds: number
}

const limiterOf = (keyPrefix: string, { points, seconds }: Limit): RateLimiterMemory =>
  new RateLimiterMemory({ keyPrefix, points, duration: seconds })

function keysOf({ env }: Pick<App, 'env'>, req: PlainRequest, name: string): [Name, string][] {
  const headers = headerReaderOf(req)
  const apiKey = bearerOf(headers)
  const visitor = apiKey === null ? readVisitor(headers, env) : null
  const network: [Name, string] = ['network', name]
  if (apiKey !== null) return [['key', hashApiKey(apiKey)], network]
  return visitor ? [['visitor', visitor.id], network] : [network]
}

async function consume(name: Name, limiter: RateLimiterMemory, key: string): Promise<LimitState> {
  const toState = (state: RateLimiterRes, left: number): LimitState => ({
    name,
    left,
    seconds: Math.max(1, Math.ceil(state.msBeforeNext / 1000)),
  })
  try {
    const state = await limiter.consume(key)
    return toState(state, state.remainingPoints)
  } catch (error) {
    if (error instanceof RateLimiterRes) return toState(error, -1)
    throw error
  }
}

function refusal(seconds: number): DomainError {
  return new DomainError('rate-limited', `Too many requests: try again in ${seconds} s.`, {
    retryAfter: seconds,
  })
}
