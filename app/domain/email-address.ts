import { z } from 'zod'

/** An address as it is stored: composed letters, and a domain in the ASCII form that mail and name servers use. */
export interface EmailAddress {
  /** For sending and display: the local part as it was written. */
  address: string
  /** For comparing and hashing: in lower case. */
  key: string
  /** In lower-case ASCII. */
  domain: string
}

/** Octets that SMTP allows (RFC 5321) before the @ and in all. */
const LOCAL_OCTETS = 64
const ADDRESS_OCTETS = 254

/** Most characters that are read: an address with a name, or as a link with a subject. */
const TYPED_ADDRESS_LENGTH = 1000

/** Dots between atoms of RFC 5322, and any non-ASCII character (RFC 6531) but white space and controls. */
const ATOM = String.raw`(?:[\w!#$%&'*+/=?^\x60{|}~-]|(?![\p{Z}\p{C}])[\u{80}-\u{10FFFF}])+`
const LOCAL = new RegExp(String.raw`^${ATOM}(?:\.${ATOM})*$`, 'u')

const DOMAIN = /^(?=.{4,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/

/** Characters with another meaning inside a URL, whose parser reads the domain. */
const NO_HOST = /[\s\p{Cc}"#%&/:;<>?@[\\\]^`{|}]/u

/**
 * Reads an address as people type, paste and export them: with a name and `<>`, as a `mailto:` link, with invisible
 * characters, decomposed letters, or the full-width signs of Chinese and Japanese keyboards. Null for any other text.
 */
export function readEmailAddress(text: string): EmailAddress | null {
  if (text.length > TYPED_ADDRESS_LENGTH) return null
  const plain = bare(text)
  const at = plain.lastIndexOf('@')
  const local = plain.slice(0, Math.max(at, 0))
  const domain = asciiDomain(plain.slice(at + 1))
  if (domain === null || !LOCAL.test(local) || octets(local) > LOCAL_OCTETS) return null
  const address = `${local}@${domain}`
  if (octets(address) > ADDRESS_OCTETS) return null
  return { address, key: address.toLowerCase().normalize('NFC'), domain }
}

/** A domain in lower-case ASCII, whatever script it was written in; null for any other text. */
export function asciiDomain(text: string): string | null {
  const host = text.trim().replace(/[.。．｡]$/u, '')
  if (host === '' || NO_HOST.test(host)) return null
  const ascii = hostOf(host)
  return DOMAIN.test(ascii) && !/\.\d+$/.test(ascii) ? ascii : null
}

/** The ASCII form of a host by the rules of URLs, or an empty text. */
function hostOf(host: string): string {
  try {
    return new URL(`http://${host}`).hostname
  } catch {
    return ''
  }
}

/** A zod field for an address: returns it as it is stored, or fails with `message`, or `missing` when it is empty. */
export function emailField(message: string, missing: string = message) {
  return z.string(missing).transform((text, context) => {
    const read = readEmailAddress(text)
    if (read) return read.address
    context.addIssue({ code: 'custom', message, input: text })
    return z.NEVER
  })
}

function bare(text: string): string {
  const visible = text.replace(/[\p{Cf}\uFE00-\uFE0F]/gu, '').replace(/[\uFF01-\uFF5E]/g, narrow)
  const named = /^[^<>]*<([^<>]*)>\s*$/u.exec(visible)?.[1] ?? visible
  return withoutScheme(named.trim()).trim().normalize('NFC')
}

const narrow = (wide: string): string => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)

/** A link may encode its characters and have a subject. */
function withoutScheme(text: string): string {
  if (!/^mailto:/i.test(text)) return text
  const [target = ''] = text.slice('mailto:'.length).split('?')
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}

const octets = (text: string): number => new TextEncoder().encode(text).length
