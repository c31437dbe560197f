const PRECISION = 1e-15
const MOST_TERMS = 10_000
/** In the place of a zero by which the continued fraction would divide. */
const TINY = 1e-300

/**
 * The probability that a chi-square variable with so many degrees of freedom is at least `statistic`: the upper
 * regularized gamma function Q(degrees / 2, statistic / 2), by the series 6.5.29 left of the peak and the continued
 * fraction 6.5.31 right of it (M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 1964), the latter
 * by the method of W. J. Lentz (Applied Optics 15, 1976).
 */
export function chiSquareTail(statistic: number, degrees: number): number {
  if (statistic === Infinity) return 0
  if (statistic <= 0) return 1
  const a = degrees / 2
  const x = statistic / 2
  const scale = Math.exp(a * Math.log(x) - x - logGamma(degrees))
  return x < a + 1 ? 1 - scale * seriesOf(a, x) : scale * fractionOf(a, x)
}

/** ln Γ(degrees / 2), by Γ(a + 1) = a · Γ(a) from Γ(1) = 1 or Γ(1/2) = √π. */
function logGamma(degrees: number): number {
  let sum = degrees % 2 === 0 ? 0 : Math.log(Math.PI) / 2
  for (let a = degrees % 2 === 0 ? 1 : 0.5; a < degrees / 2; a += 1) sum += Math.log(a)
  return sum
}

function seriesOf(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let n = 1; n < MOST_TERMS && term > sum * PRECISION; n += 1) {
    term *= x / (a + n)
    sum += term
  }
  return sum
}

function fractionOf(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let value = d
  for (let n = 1; n < MOST_TERMS; n += 1) {
    const numerator = n * (a - n)
    b += 2
    d = 1 / (numerator * d + b || TINY)
    c = b + numerator / c || TINY
    value *= d * c
    if (Math.abs(d * c - 1) < PRECISION) break
  }
  return value
}
