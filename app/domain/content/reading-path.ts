import { SITE_FILES, SITE_SEGMENTS } from './site-addresses'

/** Of Foyer's own first segments: those of reading pages, by how many segments their addresses have. */
const OWN: Record<string, readonly number[]> = { demos: [2], pricing: [1], help: [1, 2] }

/**
 * True for the address of a reading page: the catalogue, a demo, prices, help, or a page written by operators. Reading
 * pages carry none of the framework's scripts, so links to them load a document.
 */
export function isReadingPath(path: string): boolean {
  const [first = '', ...more] = path.replace(/^\/|\/$/g, '').split('/')
  const own = Object.hasOwn(OWN, first) ? OWN[first] : undefined
  if (own) return own.includes(more.length + 1)
  if (first.includes('.')) return false
  return more.length === 0 && !SITE_SEGMENTS.includes(first) && !SITE_FILES.includes(first)
}
