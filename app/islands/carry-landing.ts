import { landingQuery, readLanding } from '~/domain/trial/landing'

/**
 * Carries the source of the visit from page to page, in the addresses of the links, and into the forms that ask for it:
 * without consent nothing may be stored on the device.
 */
export function carryLanding(): void {
  const isOurs = document.referrer.startsWith(`${location.origin}/`)
  const landing = readLanding(new URLSearchParams(location.search), isOurs ? null : document.referrer)
  const query = Object.entries(landingQuery(landing))
  if (query.length === 0) return
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="/"]')) {
    const url = new URL(link.href)
    for (const [name, value] of query) url.searchParams.set(name, value)
    link.href = url.href
  }
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-landing]')) {
    for (const [name, value] of Object.entries(landing)) {
      const input = Object.assign(document.createElement('input'), { type: 'hidden', name, value })
      form.append(input)
    }
  }
}
