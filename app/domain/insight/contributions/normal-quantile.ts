import { chiSquareTail } from '../chi-square'

/** The z beyond which, on both sides together, this share of a normal distribution lies: 0.05 gives 1.96. */
export function quantileOfNormal(share: number): number {
  let [low, high] = [0, 40]
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (chiSquareTail(middle * middle, 1) > share) low = middle
    else high = middle
  }
  return (low + high) / 2
}
