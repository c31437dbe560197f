import type { IncomingMessage } from 'node:http'
import { isLoopback, isLoopbackName, readHost } from './host-name'

/** Headers in which proxies, tunnels and CDNs pass on the original client. */
const FORWARDING = [
  /^via$/,
  /^cdn-loop$/,
  /forwarded/,
  /^(cf|fastly|fly|akamai|x-amz|x-amzn|x-azure|x-arr|x-appengine|x-vercel|x-nf|x-envoy)-/,
  /(^|-)(client|real|remote|connecting|originating|originate|proxyuser|user|cluster)-?(client-?)?(ip|ips|addr|address|host|port)(v[46])?$/,
  /^x-(original|rewrite)-(url|uri|host|for)$/,
  /^x-host$/,
  /^x-proxy/,
  /^proxy-/,
]

/**
 * True for a program on this machine that calls directly: over loopback, under a local name, and without any forwarding
 * header. This excludes a browser page that a foreign name led here.
 */
export function isLocalCaller(req: Pick<IncomingMessage, 'socket' | 'headers' | 'rawHeaders'>): boolean {
  if (!isLoopback(req.socket.remoteAddress ?? '')) return false
  const host = readHost(req.headers.host ?? '')
  return host !== null && isLoopbackName(host.name) && !isForwarded(req.rawHeaders)
}

/** Uses the raw headers, since our own handlers add some to the parsed ones. */
function isForwarded(rawHeaders: readonly string[]): boolean {
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase())
  return names.some((name) => FORWARDING.some((pattern) => pattern.test(name)))
}
