import type { DOMPurify } from 'dompurify'
import type { DOMWindow } from 'jsdom'
import type { Intake } from '~/platform/media/intake'
import { uploadRefusal } from './upload-refusal'

const SVG = 'http://www.w3.org/2000/svg'
const MOST_SIZE = 16_000

/** Pictures inside a drawing; everything else that it names must be in the drawing itself. */
const INLINE_PICTURE = /^data:image\/(png|jpeg|webp);base64,[a-z0-9+/=\s]+$/i

/**
 * Takes everything out of an SVG that is no drawing: scripts, handlers, foreign content, links, and whatever would load
 * something. Document types that define entities are refused.
 * @throws DomainError `invalid-input`
 */
export async function cleanDrawing(bytes: Uint8Array): Promise<Intake> {
  const text = new TextDecoder('utf-8').decode(bytes)
  if (/<!(DOCTYPE|ENTITY)[^>]*(\[|ENTITY)/i.test(text)) throw uploadRefusal('unreadable')
  // Loaded for the first drawing alone: it takes half a second.
  const [{ JSDOM }, { default: createPurifier }] = await Promise.all([import('jsdom'), import('dompurify')])
  const { window } = new JSDOM('')
  try {
    const svg = parse(window, text)
    const removed = purify(createPurifier(window), svg)
    const size = sizeOf(svg)
    if (!size) throw uploadRefusal('no-size')
    const clean = Buffer.from(new window.XMLSerializer().serializeToString(svg))
    return {
      ...{ kind: 'drawing', ending: 'svg', contentType: 'image/svg+xml' },
      ...{ ...size, seconds: null, removed, files: [{ bytes: clean, width: size.width }] },
    }
  } finally {
    window.close()
  }
}

function parse({ DOMParser }: DOMWindow, text: string): Element {
  const { documentElement: root } = new DOMParser().parseFromString(text.trim(), 'image/svg+xml')
  if (root.nodeName === 'svg' && root.namespaceURI === SVG) return root
  throw uploadRefusal('unreadable')
}

/** Cleans a drawing where it stands; gives the names of what was taken out. */
function purify(purifier: DOMPurify, svg: Element): string[] {
  purifier.addHook('uponSanitizeAttribute', (_node, attribute) => {
    const { attrName, attrValue } = attribute
    if (/(^|:)href$/.test(attrName)) attribute.keepAttr = isOwnReference(attrValue)
    else if (loads(attrValue)) attribute.keepAttr = false
  })
  purifier.addHook('uponSanitizeElement', (node, { tagName }) => {
    if (tagName === 'style' && loads(node.textContent ?? '')) node.textContent = ''
  })
  purifier.sanitize(svg, {
    USE_PROFILES: { svg: true, svgFilters: true },
    FORBID_TAGS: ['animate', 'set', 'animatetransform', 'animatemotion'],
    KEEP_CONTENT: false,
    IN_PLACE: true,
  })
  return removedBy(purifier.removed)
}

const isOwnReference = (value: string): boolean => value.startsWith('#') || INLINE_PICTURE.test(value)

/** Whether a style or an attribute names something outside the drawing. Escapes could hide it, so they count as well. */
function loads(value: string): boolean {
  if (/[\\<]/.test(value) || /@import|expression\s*\(|image-set\s*\(/i.test(value)) return true
  const addresses = value.matchAll(/url\(\s*["']?([^"')]*)/gi)
  return [...addresses].some(([, address = '']) => !address.trim().startsWith('#'))
}

function removedBy(removed: DOMPurify['removed']): string[] {
  const names = removed.flatMap((one) => {
    if ('element' in one) return one.element.nodeType === 1 ? [one.element.nodeName.toLowerCase()] : []
    return one.attribute ? [one.attribute.name] : []
  })
  return [...new Set(names)].sort().slice(0, 20)
}

function sizeOf(svg: Element): { width: number; height: number } | null {
  const [, , boxWidth = NaN, boxHeight = NaN] = (svg.getAttribute('viewBox') ?? '')
    .split(/[\s,]+/)
    .map(Number)
  const width = lengthOf(svg.getAttribute('width')) ?? boxWidth
  const height = lengthOf(svg.getAttribute('height')) ?? boxHeight
  if (!(width > 0 && height > 0)) return null
  const scale = Math.min(1, MOST_SIZE / Math.max(width, height))
  return { width: Math.ceil(width * scale), height: Math.ceil(height * scale) }
}

/** A length in pixels; null for percents and other units. */
const lengthOf = (value: string | null): number | null =>
  value !== null && /^\d+(\.\d+)?(px)?$/.test(value.trim()) ? Number.parseFloat(value) : null
