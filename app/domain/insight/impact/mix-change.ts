import { chiSquareTail } from '../chi-square'
import type { KeyCounts } from '../key-counts'

/** How the parts of a whole changed from one stretch of time to another. */
export interface MixChange {
  /** How often chance alone would make the two at least this different. */
  p: number
  /** Null when the parts may be the same, or too few to tell. */
  most: { key: string; before: number; after: number } | null
}

/** Below this p-value the mix is said to have changed. */
const CHANGED_P = 0.01

/** The approximation wants at least this many expected in each cell (W. G. Cochran, Biometrics 10, 1954). */
const FEWEST_EXPECTED = 5

interface Part {
  key: string
  before: number
  after: number
}

/**
 * Whether the trials of two stretches of time divide into parts alike: Pearson's chi-square test of homogeneity, parts
 * with fewer than 5 expected on either side taken together. `most` is the part whose share changed most.
 */
export function mixChange(before: KeyCounts, after: KeyCounts): MixChange {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort()
  const parts = keys.map((key): Part => ({ key, before: before.get(key) ?? 0, after: after.get(key) ?? 0 }))
  const [sumBefore, sumAfter] = [sum(parts, 'before'), sum(parts, 'after')]
  const all = sumBefore + sumAfter
  const expected = (part: Part, side: number) => ((part.before + part.after) * side) / all
  const isFew = (part: Part) => expected(part, Math.min(sumBefore, sumAfter)) < FEWEST_EXPECTED
  const few = parts.filter(isFew)
  const rest = { key: '', before: sum(few, 'before'), after: sum(few, 'after') }
  const cells = [...parts.filter((part) => !isFew(part)), ...(few.length > 0 && !isFew(rest) ? [rest] : [])]
  if (all === 0 || cells.length < 2) return { p: 1, most: null }
  const distance = (part: Part) =>
    (part.before - expected(part, sumBefore)) ** 2 / expected(part, sumBefore) +
    (part.after - expected(part, sumAfter)) ** 2 / expected(part, sumAfter)
  const p = chiSquareTail(
    cells.reduce((total, part) => total + distance(part), 0),
    cells.length - 1,
  )
  const shares = parts.map(({ key, ...part }) => ({
    key,
    before: part.before / sumBefore,
    after: part.after / sumAfter,
  }))
  const most = shares.sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))[0] ?? null
  return { p, most: p < CHANGED_P ? most : null }
}

const sum = (parts: readonly Part[], side: 'before' | 'after'): number =>
  parts.reduce((total, part) => total + part[side], 0)
