import { chiSquareTail } from './chi-square'

/** One side of a split: its planned share, in any unit, and how many were really shown it. */
export interface SplitSide {
  key: string
  planned: number
  observed: number
}

export interface SampleRatio {
  sides: (SplitSide & { expected: number })[]
  statistic: number
  degrees: number
  /** How often chance alone would be at least this far from the plan. */
  p: number
  verdict: 'as-planned' | 'mismatch' | 'too-few'
}

/**
 * Below this p-value the split is held to be broken. It is looked at every day and a mismatch makes the whole
 * comparison worthless, so a false alarm costs much, while a real fault soon passes any threshold: one in a thousand is
 * the custom (A. Fabijan and others, Diagnosing Sample Ratio Mismatch in Online Controlled Experiments, KDD 2019).
 */
const MISMATCH_P = 0.001

/** The chi-square approximation wants at least this many expected on each side (W. G. Cochran, Biometrics 10, 1954). */
const FEWEST_EXPECTED = 5

/**
 * Whether visitors were split as planned: Pearson's chi-square test of goodness of fit, Σ (observed − expected)² /
 * expected with one degree of freedom less than there are sides. A side that was not planned to be shown at all is no
 * side, unless it was shown: then the split is broken for certain.
 */
export function sampleRatio(split: readonly SplitSide[]): SampleRatio {
  const used = split.filter(({ planned, observed }) => planned > 0 || observed > 0)
  const observed = sum(used.map((side) => side.observed))
  const planned = sum(used.map((side) => side.planned))
  const expectedOf = (side: SplitSide) => (side.planned === 0 ? 0 : (observed * side.planned) / planned)
  const sides = used.map((side) => ({ ...side, expected: expectedOf(side) }))
  const statistic = sum(sides.map(distanceOf))
  const degrees = Math.max(0, sides.length - 1)
  const p = degrees === 0 ? 1 : chiSquareTail(statistic, degrees)
  return { sides, statistic, degrees, p, verdict: verdictOf(sides, p) }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

function distanceOf({ observed, expected }: { observed: number; expected: number }): number {
  if (observed === expected) return 0
  return (observed - expected) ** 2 / expected
}

function verdictOf(sides: SampleRatio['sides'], p: number): SampleRatio['verdict'] {
  if (sides.some(({ planned, observed }) => planned === 0 && observed > 0)) return 'mismatch'
  if (sides.length === 0 || sides.some(({ expected }) => expected < FEWEST_EXPECTED)) return 'too-few'
  return p < MISMATCH_P ? 'mismatch' : 'as-planned'
}
