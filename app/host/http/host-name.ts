import { isIPv6 } from 'node:net'
import ipaddr from 'ipaddr.js'

/** The name and port of a Host header. */
export interface HostName {
  /** In small letters; an IPv6 address without its brackets. */
  name: string
  port: number | null
}

const SHAPE = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?))(?::(\d{1,5}))?$/i

/** Parses a Host header; null when it is invalid. */
export function readHost(text: string): HostName | null {
  const [matched, address, name, digits] = SHAPE.exec(text) ?? []
  if (matched === undefined || (address !== undefined && !isIPv6(address))) return null
  const port = digits === undefined ? null : Number(digits)
  if (port !== null && port > 65_535) return null
  return { name: (address ?? name ?? '').toLowerCase(), port }
}

/** True for a loopback address. */
export function isLoopback(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback'
}

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '::1']

/** True for a name that always means this machine. */
export const isLoopbackName = (name: string): boolean => LOOPBACK_NAMES.includes(name)

/** Our own names, by the connection and the settings. */
export interface OwnNames {
  /** The address that the connection came in at. */
  localAddress: string
  /** What HOST asked to listen on. */
  bound: string
}

const ALL_ADDRESSES = ['0.0.0.0', '::']

/**
 * True for an acceptable Host when no origin is set: a local name, the address we listen on, or the address of the
 * connection. Ports may differ, as tunnels and containers map them.
 */
export function isOwnName(name: string, { localAddress, bound }: OwnNames): boolean {
  const host = bound.toLowerCase().replace(/^\[|\]$/g, '')
  const names = [plainAddress(localAddress), ...(ALL_ADDRESSES.includes(host) ? [] : [host])]
  return isLoopbackName(name) || names.includes(name)
}

/** An address in one way of writing, an IPv4 address mapped into IPv6 as IPv4. */
const plainAddress = (address: string): string =>
  ipaddr.isValid(address) ? ipaddr.process(address.replace(/%.*$/, '')).toString() : address
