import { z } from 'zod'
import { wouldBeRight } from './suggest'

/** Most unknown keys of one object that are told: a document of nothing else is no reason to be slow. */
const MAX_TOLD = 50

/**
 * An object in which an unknown key is an error that says which key was probably meant, a line a key. `instead` says what to
 * write where something else than a map stands.
 */
export function strict<Shape extends z.ZodRawShape>(shape: Shape, instead?: string) {
  const known = Object.keys(shape)
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code === 'invalid_type') return instead
      if (issue.code !== 'unrecognized_keys') return undefined
      return (issue.keys ?? [])
        .slice(0, MAX_TOLD)
        .map((key) => `${key.replaceAll('\n', ' ')} is not known here: ${wouldBeRight(key, known)}`)
        .join('\n')
    },
  })
}
