import { z } from 'zod'
import { wouldBeRight } from '~/domain/suggest'

/** Most unknown keys of one object that are told: a document of nothing else is no reason to be slow. */
const MAX_TOLD = 50

/**
 * An object in which an unknown key is an error that says which key was probably meant, a line a key. `otherwise` says what to
 * write where something else than a map stands.
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

/** No name of ours holds a space: it is the rest of a text that was cut at a comma. */
function instead(key: string, known: readonly string[]): string {
  return key.includes(' ') ? 'a text that holds a comma stands in quotes' : wouldBeRight(key, known)
}
