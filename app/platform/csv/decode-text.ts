import { MOST_CSV_BYTES } from '~/domain/csv/limits'
import type { Unreadable } from './unreadable'

const MARKS: [number[], string][] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/** The first bytes of workbooks: a zip archive, or the compound file of older versions. */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
]

/**
 * Decodes UTF-8, or UTF-16 with a byte order mark, as spreadsheets save it. Other encodings are refused: a wrong guess
 * would silently change names.
 */
export function decodeText(bytes: Uint8Array): { text: string } | { unreadable: Unreadable } {
  if (bytes.length === 0) return { unreadable: 'empty' }
  if (WORKBOOKS.some((mark) => beginsWith(bytes, mark))) return { unreadable: 'workbook' }
  if (bytes.length > MOST_CSV_BYTES) return { unreadable: 'too-large' }
  const encoding = MARKS.find(([mark]) => beginsWith(bytes, mark))?.[1] ?? 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\0') ? { unreadable: 'encoding' } : { text }
  } catch {
    return { unreadable: 'encoding' }
  }
}

const beginsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte)
