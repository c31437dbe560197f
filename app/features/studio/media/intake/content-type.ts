/** The types that are taken. */
export type UploadType = 'png' | 'jpeg' | 'webp' | 'avif' | 'svg' | 'mp4' | 'webm'

/** The type of a file by its first bytes; its name and what a browser says of it do not count. Null for any other. */
export function contentType(bytes: Uint8Array): UploadType | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD_BYTES))
  const found = MAGIC.find(({ magic, at }) => head.subarray(at, at + magic.length).equals(magic))
  if (found) return found.type
  if (head.toString('latin1', 4, 8) === 'ftyp') return isoType(head)
  return beginsAsSvg(head.toString('utf8')) ? 'svg' : null
}

const HEAD_BYTES = 4_096

const MAGIC: { type: UploadType; magic: Buffer; at: number }[] = [
  { type: 'png', magic: Buffer.from('89504e470d0a1a0a', 'hex'), at: 0 },
  { type: 'jpeg', magic: Buffer.from('ffd8ff', 'hex'), at: 0 },
  { type: 'webp', magic: Buffer.from('WEBP'), at: 8 },
  { type: 'webm', magic: Buffer.from('1a45dfa3', 'hex'), at: 0 },
]

const VIDEO_BRANDS = ['isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'M4V ', 'dash', 'av01']

/** AVIF and MP4 are both boxes, told apart by the brands in the first one. */
function isoType(head: Buffer): UploadType | null {
  const end = Math.min(head.readUInt32BE(0), head.length)
  const brands: string[] = []
  for (let at = 8; at + 4 <= end; at += 4) if (at !== 12) brands.push(head.toString('latin1', at, at + 4))
  if (brands.includes('avif')) return 'avif'
  return brands.some((brand) => VIDEO_BRANDS.includes(brand)) ? 'mp4' : null
}

/** Whether the first element is `svg`, after a prolog, comments and a document type. */
function beginsAsSvg(text: string): boolean {
  let rest = text.replace(/^\ufeff/, '').trimStart()
  for (;;) {
    const end = endOfPreamble(rest)
    if (end === null) return /^<svg[\s/>]/.test(rest)
    if (end === -1) return false
    rest = rest.slice(end).trimStart()
  }
}

/** Where the comment, prolog or document type at the beginning ends; -1 when it does not; null when there is none. */
function endOfPreamble(text: string): number | null {
  const closing = text.startsWith('<!--')
    ? '-->'
    : text.startsWith('<?')
      ? '?>'
      : text.startsWith('<!')
        ? '>'
        : null
  if (closing === null) return null
  const at = text.indexOf(closing)
  return at === -1 ? -1 : at + closing.length
}
