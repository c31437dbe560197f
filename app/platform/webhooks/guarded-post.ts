import { lookup } from 'node:dns'
import type { LookupAddress } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

export interface GuardedPost {
  url: string
  headers: Record<string, string>
  body: string
  /** Also lets addresses of the own machine and of private networks be reached, and http. */
  allowPrivate: boolean
  timeoutMs?: number
}

/** Why there was no answer. */
type PostProblem = 'not-allowed' | 'timed-out' | 'unreachable'

export type PostAnswer = { status: number } | { problem: PostProblem }

const TIMEOUT_MS = 10_000

/** True for an address on the internet: not of this machine, a private network, a link or a cloud's metadata. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  // An IPv4 address written as IPv6 is judged as what it is.
  return ipaddr.process(address).range() === 'unicast'
}

/** True for an address that messages may go to: https, no name and password in it, no private host that is written out. */
export function isAllowedUrl(url: string, allowPrivate: boolean): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, username, password } = new URL(url)
  if (username !== '' || password !== '') return false
  if (allowPrivate) return protocol === 'https:' || protocol === 'http:'
  const host = hostname.replace(/^\[|\]$/g, '')
  return protocol === 'https:' && (!ipaddr.isValid(host) || isPublicAddress(host))
}

/**
 * Sends a message to another system. The name is looked up once, and the connection goes to exactly the address that was
 * judged, so that a name cannot change its meaning in between. Redirects are not followed; nothing of the answer but its
 * status is read.
 */
export function guardedPost({
  url,
  headers,
  body,
  allowPrivate,
  timeoutMs,
}: GuardedPost): Promise<PostAnswer> {
  if (!isAllowedUrl(url, allowPrivate)) return Promise.resolve({ problem: 'not-allowed' })
  const send = new URL(url).protocol === 'https:' ? requestHttps : requestHttp
  const signal = AbortSignal.timeout(timeoutMs ?? TIMEOUT_MS)
  return new Promise((resolve) => {
    const request = send(url, {
      method: 'POST',
      headers: { ...headers, 'Content-Length': String(Buffer.byteLength(body)) },
      lookup: allowPrivate ? undefined : publicLookup,
      // A pooled connection would skip the look-up.
      agent: false,
      signal,
    })
    request.on('response', (response) => {
      resolve({ status: response.statusCode ?? 0 })
      response.destroy()
    })
    request.on('error', (error) => resolve({ problem: problemOf(error, signal) }))
    request.end(body)
  })
}

class NotPublic extends Error {}

/** A name with any address that is not public is refused as a whole. */
const publicLookup: LookupFunction = (hostname, options, answer) => {
  lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return answer(error, '', 0)
    const [first] = addresses
    if (!first || addresses.some(({ address }) => !isPublicAddress(address))) {
      return answer(new NotPublic('not a public address'), '', 0)
    }
    if (options.all) return answer(null, addresses)
    return answer(null, first.address, first.family)
  })
}

function problemOf(error: unknown, signal: AbortSignal): PostProblem {
  if (error instanceof NotPublic) return 'not-allowed'
  return signal.aborted ? 'timed-out' : 'unreachable'
}
