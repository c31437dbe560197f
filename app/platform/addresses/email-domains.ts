import { disposableEmailBlocklist } from 'disposable-email-domains-js'
import freeMail from 'email-providers'
import { asciiDomain, readEmailAddress } from '~/domain/email-address'

const FREE = new Set(freeMail)
const DISPOSABLE = new Set(disposableEmailBlocklist())

/** The domain of an address or a written domain, in lower-case ASCII; null if invalid. */
export function domainOf(text: string): string | null {
  return readEmailAddress(text)?.domain ?? asciiDomain(text.trim().replace(/^.*@/su, ''))
}

/** True for a disposable email domain or one of its subdomains. */
export function isDisposable(domain: string): boolean {
  return parents(domain).some((one) => DISPOSABLE.has(one))
}

/** True for the domain of a company: neither free nor disposable email. */
export function isWorkDomain(domain: string): boolean {
  return !isDisposable(domain) && !parents(domain).some((one) => FREE.has(one))
}

/** The domain and its parent domains, without the top-level domain. */
function parents(domain: string): string[] {
  const parts = domain.split('.')
  return parts.slice(0, -1).map((_, index) => parts.slice(index).join('.'))
}
