import { Lexer } from 'yaml'

/** A problem of the text before it is parsed. `offset` is its position. */
export type TextProblem = { message: string; offset: number }

/**
 * Characters that no editor shows or no store accepts: control characters, lone surrogates, and the replacement
 * character of invalid UTF-8.
 */
const STRANGE = /(?![\t\n\r])[\p{Cc}\p{Surrogate}\ufffd]/u

/** The first character that a document may not contain; null when there is none. */
export function strangeCharacter(source: string): TextProblem | null {
  const found = STRANGE.exec(source)
  if (!found) return null
  const [character] = found
  const message =
    character === '\ufffd'
      ? 'This character could not be read: save the file as UTF-8'
      : `This character cannot be kept (${codePoint(character)}): remove it`
  return { message, offset: found.index }
}

/** A character by its code point, e.g. `U+0000`. */
function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** What the lexer puts before a scalar, and its other tokens that take no place in the text. */
const SCALAR = '\u001f'
const PLACELESS = new Set([SCALAR, '\u0002', '\u0018'])

/**
 * Where a text begins to nest deeper than `most`, by its brackets, dashes and indentation; null when it does not. It
 * is not recursive, so no text is too deep for it.
 */
export function deepPlace(source: string, most: number): number | null {
  let offset = 0
  let before = '\n'
  const open: Open = { flow: 0, compact: 0, columns: [] }
  for (const token of new Lexer().lex(source)) {
    if (PLACELESS.has(token)) {
      before = token
      continue
    }
    if (before !== SCALAR) count(open, token, before.endsWith('\n'))
    if (open.flow + open.compact + open.columns.length > most) return offset
    offset += token.length
    before = token
  }
  return null
}

/** What is open at one place: brackets, dashes on the same line, and the columns at which lines began. */
type Open = { flow: number; compact: number; columns: number[] }

function count(open: Open, token: string, atLineStart: boolean): void {
  if (atLineStart) {
    open.compact = 0
    const column = /^ +$/.test(token) ? token.length : 0
    while ((open.columns.at(-1) ?? -1) >= column) open.columns.pop()
    if (column > 0) open.columns.push(column)
  }
  if (token === '[' || token === '{') open.flow++
  else if (token === ']' || token === '}') open.flow = Math.max(0, open.flow - 1)
  else if (token === '-' || token === '?') open.compact++
}
