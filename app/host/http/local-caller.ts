import type { IncomingMessage } from 'node:http'
import { isLoopback, isLoopbackName, readHost } from './host-name'

/** Headers by which proxies, tunnels and content networks pass on who really asked. */
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
 * True for a program on this machine that asks us directly: over loopback, by a name that only this machine means, and
 * without a word of having been passed on. A page of a browser that was led here by a foreign name is not one.
 */
export function isLocalCaller(req: Pick<IncomingMessage, 'socket' | 'headers' | 'rawHeaders'>): boolean {
  if (!isLoopback(req.socket.remoteAddress ?? '')) return false
  const host = readHost(req.headers.host ?? '')
  return host !== null && isLoopbackName(host.name) && !isForwarded(req.rawHeaders)
}

/** Of the headers as they were sent: our own handlers add some to the others. */
function isForwarded(rawHeaders: readonly string[]): boolean {
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase())
  return names.some((name) => FORWARDING.some((pattern) => pattern.test(name)))
}
