import { z } from 'zod'

export interface JsonBounds {
  /** Of the text in UTF-8. */
  bytes: number
  /** Lists and maps inside of each other. */
  depth: number
  /** Members of maps and items of lists, all together. */
  entries: number
}

/** A form field that holds JSON of a given shape. Its limits are checked on the text, before it is parsed. */
export function jsonField<Shape extends z.ZodType>(shape: Shape, bounds: JsonBounds) {
  return z
    .string()
    .transform((text, context) => {
      const problem = boundsProblem(text, bounds)
      const parsed = problem === null ? parseJson(text) : null
      if (parsed) return parsed.value
      context.addIssue({ code: 'custom', message: problem ?? 'This is not JSON.' })
      return z.NEVER
    })
    .pipe(shape)
}

function parseJson(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return null
  }
}

/** The limit that the text exceeds, described, or null. A single pass that stops early. */
export function boundsProblem(text: string, { bytes, depth, entries }: JsonBounds): string | null {
  if (Buffer.byteLength(text) > bytes) return `May have at most ${bytes} bytes.`
  let open = 0
  let seen = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (sign === '"') at = endOfString(text, at)
    else if (sign === '{' || sign === '[') open += 1
    else if (sign === '}' || sign === ']') open -= 1
    else if (sign === ',') seen += 1
    if (open > depth) return `May be nested at most ${depth} deep.`
    if (seen >= entries) return `May have at most ${entries} entries.`
  }
  return null
}

/** The end of the string that begins at `start`, or of the text. */
function endOfString(text: string, start: number): number {
  let quote = text.indexOf('"', start + 1)
  while (quote !== -1 && isEscaped(text, quote)) quote = text.indexOf('"', quote + 1)
  return quote === -1 ? text.length : quote
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0
  while (text.charAt(at - 1 - slashes) === '\\') slashes += 1
  return slashes % 2 === 1
}
