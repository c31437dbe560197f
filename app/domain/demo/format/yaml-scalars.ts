import { isScalar, Scalar, visit, type Document, type LineCounter } from 'yaml'
import type { Problem } from './problem'

/** A text as a YAML scalar that reads as exactly this text. */
export function quotedText(text: string): string {
  return JSON.stringify(text)
}

/**
 * What YAML silently makes of an unquoted value: 00123 becomes 123, `1.10` becomes 1.1, `~` becomes null, and the text
 * after # is lost. Null when the value is read as written.
 */
export function silentChange(scalar: Scalar): string | null {
  const { value, source = '' } = scalar
  if (scalar.type !== Scalar.PLAIN) return null
  if (source !== '' && isCut(scalar)) return cutMessage(source)
  if (typeof value === 'string' || source === '' || String(value) === source) return null
  if (value === null) return `${source} is read as nothing: write null, or ${quotedText(source)} for the text`
  if (typeof value === 'number' && !Number.isFinite(value)) return null
  const instead = `${quotedText(source)} for the text, or ${String(value)}`
  return `${source} would become ${String(value)}: write ${instead}`
}

/** A comment begins with # and a space, or is a line of signs; without the space it is mostly the rest of a text. */
const REST_OF_TEXT = /^(?:-?[\p{L}\p{N}]|[$€£¥"'“‘(_@&]|\p{Extended_Pictographic})/u

function isCut({ comment }: Scalar): boolean {
  return REST_OF_TEXT.test(comment ?? '')
}

function cutMessage(source: string): string {
  return `What begins with # is a comment, so only ${quotedText(source)} is left: put the whole text in quotes, or a space behind the #`
}

/**
 * Values that are empty because they begin with # or are `{name}` without quotes. Where a text is required, its
 * absence is reported already.
 */
export function lostTexts(document: Document, lines: LineCounter): Problem[] {
  const problems: Problem[] = []
  const add = (at: unknown, offset: number, message: string) => {
    const { line, col } = lines.linePos(offset)
    problems.push({
      code: 'yaml-silent-change',
      at: isScalar(at) ? String(at.value) : '',
      message,
      severity: 'error',
      line,
      column: col,
    })
  }
  const check = (value: unknown, at: unknown) => {
    if (isScalar(value) && value.value === null && isCut(value))
      add(at, value.range?.[0] ?? 0, lostMessage(value))
  }
  visit(document, {
    Map: (_key, map) => {
      const [only] = map.items
      if (map.flow && map.items.length === 1 && only?.value === null && isScalar(only.key))
        add(only.key, map.range?.[0] ?? 0, bracedMessage(String(only.key.value)))
    },
    Pair: (_key, { key, value }) => check(value, key),
    Seq: (_key, { items }) => items.forEach((item) => check(item, null)),
  })
  return problems
}

function lostMessage({ comment }: Scalar): string {
  const [line = ''] = (comment ?? '').split('\n')
  return `What begins with # is a comment, so nothing is left: write ${quotedText(`#${line}`)}`
}

function bracedMessage(name: string): string {
  return `{${name}} without quotes is a map: write ${quotedText(`{${name}}`)}`
}
