import { readFileSync } from 'node:fs'
import type { z } from 'zod'

const MOST_SHOWN = 10

/** Reads a file of JSON by its schema. @throws Error that says which file, where in it, and what is wrong */
export function readJsonFile<T extends z.ZodType>(file: string, schema: T): z.output<T> {
  const parsed = schema.safeParse(parseJson(file, readText(file)))
  if (parsed.success) return parsed.data
  const { issues } = parsed.error
  const shown = issues.slice(0, MOST_SHOWN).map(({ path, message }) => `${file}: ${placeOf(path)}${message}`)
  const more = issues.length - shown.length
  throw new Error([...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('\n'))
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Error(`${file}: it cannot be read (${codeOf(error)})`, { cause: error })
  }
}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`${file}: it is no JSON: ${error instanceof Error ? error.message : ''}`, {
      cause: error,
    })
  }
}

/** A path as code writes it: `steps[1].where.plan: `. */
function placeOf(path: readonly PropertyKey[]): string {
  const place = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  return place === '' ? '' : `${place.replace(/^\./, '')}: `
}
