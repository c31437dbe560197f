import type { DocumentFiles } from './kinds'

export const MOST_FILE_LINES = 20_000
export const MOST_FILE_KEYS = 25_000

/** A file that is too large for the checks, the proof and the editor. */
export interface Excess {
  file: string
  what: 'lines' | 'keys'
  most: number
  /** The line on which the limit is exceeded, from 1. */
  line: number
}

/** The first file with too many lines or keys, and where; null when all are within the limits. */
export function firstExcess(files: DocumentFiles): Excess | null {
  for (const [file, text] of Object.entries(files)) {
    const excess = excessOf(file, text)
    if (excess) return excess
  }
  return null
}

/** A character that can end a key: cheap to count in any text, and every YAML key needs one. */
const KEY_END = /\n|:(?=[\s"'[{]|$)|":/g

/** Counts the lines and keys of a text in one pass. */
function excessOf(file: string, text: string): Excess | null {
  let [line, keys] = [1, 0]
  for (const [sign] of text.matchAll(KEY_END)) {
    if (sign === '\n') line += 1
    else keys += 1
    if (line > MOST_FILE_LINES) return { file, what: 'lines', most: MOST_FILE_LINES, line }
    if (keys > MOST_FILE_KEYS) return { file, what: 'keys', most: MOST_FILE_KEYS, line }
  }
  return null
}
