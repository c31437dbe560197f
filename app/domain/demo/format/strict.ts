import { z } from 'zod'
import { wouldBeRight } from '~/domain/suggest'

/** Most unknown keys of one object that are reported, so that a document of nothing else is handled fast. */
const MAX_TOLD = 50

/**
 * An object in which an unknown key is an error that suggests the key probably meant, one line for each. `otherwise`
 * says what to write in place of a value that is not a map.
 */
export function strict<Shape extends z.ZodRawShape>(shape: Shape, otherwise?: string) {
  const known = Object.keys(shape)
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code === 'invalid_type') return otherwise
      if (issue.code !== 'unrecognized_keys') return undefined
      return (issue.keys ?? [])
        .slice(0, MAX_TOLD)
        .map((key) => `${key.replaceAll('\n', ' ')} is not known here: ${instead(key, known)}`)
        .join('\n')
    },
  })
}

/** No key of the format has a space: it is the rest of a text that was cut at a comma. */
function instead(key: string, known: readonly string[]): string {
  return key.includes(' ') ? 'a text that holds a comma stands in quotes' : wouldBeRight(key, known)
}
