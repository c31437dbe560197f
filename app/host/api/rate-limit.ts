import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { DomainError } from '~/domain/errors'
import type { App } from '~/platform/context/context'
import { bearerOf } from '~/platform/sign-in/api-key'
import { createKeyFinder } from '../http/key-finder'
import type { KeyFinder } from '../http/key-finder'
import { readVisitor } from '~/platform/visitor/visitor-cookie'
import type { PlainHandler } from '../http/plain-http'
import { headerReaderOf } from '~/platform/http/request-headers'
import type { HeaderReader } from '~/platform/http/request-headers'

/** How many requests one key may make in a window of seconds. */
interface Limit {
  points: number
  seconds: number
}

/** One browser sends a batch every two seconds; one office network may have hundreds of browsers. */
export const GENEROUS = {
  visitor: { points: 600, seconds: 60 },
  key: { points: 600, seconds: 60 },
  network: { points: 6_000, seconds: 60 },
} satisfies Limits

export interface Limits {
  visitor: Limit
  /** Of an API key that is known; a request with one is not counted by its cookies. Absent where keys mean nothing. */
  key?: Limit
  network: Limit
}

type Name = keyof Limits

/**
 * Limits requests by visitor or API key, and by network: `rate-limited` beyond what people do. An unknown key counts as none.
 * Each instance counts in its own memory. The RateLimit headers of every response report the tightest limit.
 */
export function rateLimit(app: Pick<App, 'env' | 'db'>, limits: Limits): PlainHandler {
  const limiters: Record<Name, RateLimiterMemory> = {
    visitor: limiterOf('visitor', limits.visitor),
    key: limiterOf('key', limits.key ?? limits.visitor),
    network: limiterOf('network', limits.network),
  }
  const findKey = limits.key ? createKeyFinder(app) : noKeys
  const policy = Object.entries(limits)
    .map(([name, { points, seconds }]) => `"${name}";q=${points};w=${seconds}`)
    .join(', ')
  return (req, res, next) => {
    const check = async (): Promise<void> => {
      res.setHeader('RateLimit-Policy', policy)
      const network = await consume('network', limiters.network, res.locals.network)
      const caller = network.left < 0 ? null : await callerOf(app.env, findKey, headerReaderOf(req))
      const states = caller
        ? [network, await consume(caller.name, limiters[caller.name], caller.key)]
        : [network]
      const tightest = states.reduce((one, other) => (other.left < one.left ? other : one))
      const { left, seconds } = tightest
      res.setHeader('RateLimit', `"${tightest.name}";r=${Math.max(0, left)};t=${seconds}`)
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

const noKeys: KeyFinder = () => Promise.resolve(null)

/** Who is counted besides the network: a known API key, else the visitor of the cookie, else nobody. */
async function callerOf(
  env: App['env'],
  findKey: KeyFinder,
  headers: HeaderReader,
): Promise<{ name: 'key' | 'visitor'; key: string } | null> {
  const bearer = bearerOf(headers)
  const key = bearer === null ? null : await findKey(bearer)
  if (key !== null) return { name: 'key', key }
  const visitor = readVisitor(headers, env)
  return visitor ? { name: 'visitor', key: visitor.id } : null
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
  return new DomainError('rate-limited', `Too many requests. Try again in ${seconds} s.`, {
    retryAfter: seconds,
  })
}
