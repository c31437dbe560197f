import { hashText } from './hash-text'

/** The n-th id of a run: random in appearance, the same at every replay. 53 bits of `seed` and `n`, in base 36. */
export function seededId(seed: string, n: number): string {
  return hashText(`${seed}/${n}`)
}
