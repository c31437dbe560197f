import { isScalar, Scalar, visit, type Document, type LineCounter } from 'yaml'
import type { Problem } from './problem'

/** A text as YAML that reads as this text and nothing else. */
export function quotedText(text: string): string {
  return JSON.stringify(text)
}

/**
 * What YAML silently makes of a plain value that was written another way: 00123 becomes 123, `1.10` becomes 1.1, `~`
 * nothing, and what stands behind # is lost. Null when the value is what is written.
 */
export function silentChange(scalar: Scalar): string | null {
  const { value, source = '' } = scalar
  if (scalar.type !== Scalar.PLAIN) return null
  if (isCut(scalar)) return cutMessage(source)
  if (typeof value === 'string' || source === '' || String(value) === source) return null
  if (value === null) return `${source} is read as nothing: write null, or ${quotedText(source)} for the text`
  if (typeof value === 'number' && !Number.isFinite(value)) return null
  const instead = `${quotedText(source)} for the text, or ${String(value)}`
  return `${source} would become ${String(value)}: write ${instead}`
}

/** A comment begins with # and a space; without the space it is mostly the rest of a text. */
function isCut({ value, comment }: Scalar): boolean {
  return typeof value === 'string' && typeof comment === 'string' && /^[\p{L}\p{N}]/u.test(comment)
}

function cutMessage(source: string): string {
  return `What begins with # is a comment, so only ${quotedText(source)} is left: put the whole text in quotes, or a space behind the #`
}

/** Values of which nothing is left, because they begin with #. Where a text is asked for, its absence is told already. */
export function lostTexts(document: Document, lines: LineCounter): Problem[] {
  const problems: Problem[] = []
  visit(document, {
    Pair: (_key, { key, value }) => {
      if (!isScalar(value) || value.value !== null || !/^[\p{L}\p{N}]/u.test(value.comment ?? '')) return
      const { line, col } = lines.linePos(value.range?.[0] ?? 0)
      const at = isScalar(key) ? String(key.value) : ''
      const message = `What begins with # is a comment, so nothing is left: write ${quotedText(`#${value.comment}`)}`
      problems.push({ code: 'yaml-silent-change', at, message, severity: 'error', line, column: col })
    },
  })
  return problems
}
