import { MOST_CSV_BYTES } from './limits'
import type { Unreadable } from './unreadable'

const MARKS: [number[], string][] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/**
 * The text of a file in UTF-8, or in UTF-16 with its mark, as spreadsheets save it. Anything else is not guessed at: a
 * wrong guess would change names silently.
 */
export function decodeText(bytes: Uint8Array): { text: string } | { unreadable: Unreadable } {
  if (bytes.length === 0) return { unreadable: 'empty' }
  if (bytes.length > MOST_CSV_BYTES) return { unreadable: 'too-large' }
  const encoding = MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1] ?? 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\0') ? { unreadable: 'encoding' } : { text }
  } catch {
    return { unreadable: 'encoding' }
  }
}
