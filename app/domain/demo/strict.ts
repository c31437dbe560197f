import { z } from 'zod'
import { wouldBeRight } from './suggest'

/** An object in which an unknown key is an error that says which key was probably meant. */
export function strict<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape)
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return undefined
      return (issue.keys ?? [])
        .map((key) => `${key} is not known here: ${wouldBeRight(key, known)}`)
        .join('; ')
    },
  })
}
