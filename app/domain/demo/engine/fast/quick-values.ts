import { minus, numeral, over, plus, times } from '../../expression/decimal'
import { inOrder } from '../../expression/expression-text'

/** Thrown where the CEL library might give another result, above all an error: then the library decides. */
const UNSURE = new Error('unsure')

export function unsure(): never {
  throw UNSURE
}

export function sureMap(value: unknown): Record<string, unknown> {
  const isMap = typeof value === 'object' && value !== null && value.constructor === Object
  return isMap ? (value as Record<string, unknown>) : unsure()
}

export function sureText(value: unknown): string {
  return typeof value === 'string' ? value : unsure()
}

export function sureTruth(value: unknown): boolean {
  return typeof value === 'boolean' ? value : unsure()
}

export function sureList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : unsure()
}

function isNumber(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint'
}

/** Scalars of one type; a whole number literal may be compared with a number of the world. */
export function same(a: unknown, b: unknown): boolean {
  if (typeof a === typeof b && (typeof a !== 'object' || (a === null && b === null))) return a === b
  if (isNumber(a) && isNumber(b)) return a >= b && a <= b
  return unsure()
}

/** Whether a text is in a list of texts. */
function isIn(text: unknown, texts: unknown): boolean {
  if (typeof text !== 'string' || sureList(texts).length === 0) return unsure()
  let found = false
  for (const one of sureList(texts)) {
    if (typeof one !== 'string') return unsure()
    if (one === text) found = true
  }
  return found
}

type Compare = (a: number | bigint, b: number | bigint) => boolean

/** Two numbers, or two texts. */
function compared(compare: Compare): (a: unknown, b: unknown) => boolean {
  return (a, b) => {
    if (isNumber(a) && isNumber(b)) return compare(a, b)
    return typeof a === 'string' && typeof b === 'string' ? compare(inOrder(a, b), 0) : unsure()
  }
}

/** Arithmetic on two whole numbers is left to the library, which checks for overflow. */
function reckoned(reckon: (a: number, b: number) => number): (a: unknown, b: unknown) => number {
  return (a, b) => {
    if (!isNumber(a) || !isNumber(b) || (typeof a === 'bigint' && typeof b === 'bigint')) return unsure()
    return reckon(Number(a), Number(b))
  }
}

function added(a: unknown, b: unknown): string | number {
  if (typeof a === 'string' && typeof b === 'string') return a + b
  if (!isNumber(a) || !isNumber(b) || (typeof a === 'bigint' && typeof b === 'bigint')) return unsure()
  return plus(Number(a), Number(b))
}

export function negated(value: unknown): number | bigint {
  return isNumber(value) ? -value : unsure()
}

/** `string(x)` of a scalar that is not null. */
export function printed(value: unknown): string {
  if (typeof value === 'number') return Number.isFinite(value) ? numeral(value) : unsure()
  return typeof value === 'string' || typeof value === 'bigint' || typeof value === 'boolean'
    ? `${value}`
    : unsure()
}

export type Operator = (left: unknown, right: unknown) => unknown

/** The binary operators by their sign. */
export const OPERATORS = new Map<string, Operator>([
  ['==', same],
  ['!=', (a, b) => !same(a, b)],
  ['in', isIn],
  ['<', compared((a, b) => a < b)],
  ['<=', compared((a, b) => a <= b)],
  ['>', compared((a, b) => a > b)],
  ['>=', compared((a, b) => a >= b)],
  ['+', added],
  ['-', reckoned(minus)],
  ['*', reckoned(times)],
  ['/', reckoned(over)],
])
