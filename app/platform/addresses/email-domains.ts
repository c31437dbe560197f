import { disposableEmailBlocklist } from 'disposable-email-domains-js'
import freeMail from 'email-providers'
import { asciiDomain, readEmailAddress } from '~/domain/email-address'

const FREE = new Set(freeMail)
const DISPOSABLE = new Set(disposableEmailBlocklist())

/** The domain of an address or what was written as one, in small ASCII letters; null for what is none. */
export function domainOf(text: string): string | null {
  return readEmailAddress(text)?.domain ?? asciiDomain(text.trim().replace(/^.*@/su, ''))
}

/** True for a service that throws addresses away, and for what lies below its domain. */
export function isDisposable(domain: string): boolean {
  return parents(domain).some((one) => DISPOSABLE.has(one))
}

/** True for a domain that tells who somebody works for: neither one of free mail nor a disposable one. */
export function isWorkDomain(domain: string): boolean {
  return !isDisposable(domain) && !parents(domain).some((one) => FREE.has(one))
}

/** The domain and those above it, but for the last part alone. */
function parents(domain: string): string[] {
  const parts = domain.split('.')
  return parts.slice(0, -1).map((_, index) => parts.slice(index).join('.'))
}
