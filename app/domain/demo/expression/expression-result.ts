import { isForbiddenKey, type Json, type JsonObject } from '~/domain/json'

/** Limits on the result of one expression, so that no chain of events makes a world grow without bound. */
const RESULT_LIMITS = { text: 10_000, items: 500, nodes: 20_000, depth: 12 } as const

type Budget = { nodes: number }
/** Of what has nothing inside it. */
const ONE: Budget = { nodes: Infinity }

/**
 * The result of a CEL expression as plain JSON: whole numbers become numbers, dates become ISO texts, empty optionals
 * null.
 * @throws Error when it is not JSON (a duration, a type, an infinite number) or too large
 */
export function toJson(value: unknown): Json {
  if (typeof value !== 'object') return convert(value, 0, ONE)
  if (value === null) return null
  return convert(value, 0, { nodes: RESULT_LIMITS.nodes })
}

/**
 * As `toJson`, but plain JSON is returned without a copy: for callers that only read it.
 * @throws Error as `toJson`
 */
export function asJson(value: unknown): Json {
  if (typeof value !== 'object' || value === null) return toJson(value)
  return isPlain(value, 0, { nodes: RESULT_LIMITS.nodes }) ? value : toJson(value)
}

/** Whether `toJson` would return an equal value. */
function isPlain(value: unknown, depth: number, budget: Budget): value is Json {
  if (--budget.nodes < 0 || depth > RESULT_LIMITS.depth) return false
  if (typeof value === 'string') return value.length <= RESULT_LIMITS.text
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  if (typeof value === 'boolean' || value === null) return true
  if (typeof value !== 'object') return false
  if (Array.isArray(value)) {
    if (value.length > RESULT_LIMITS.items) return false
    return value.every((item) => isPlain(item, depth + 1, budget))
  }
  return value.constructor === Object && arePlain(value as Record<string, unknown>, depth + 1, budget)
}

function arePlain(map: Record<string, unknown>, depth: number, budget: Budget): boolean {
  for (const key in map) {
    if (isForbiddenKey(key) || !isPlain(map[key], depth, budget)) return false
  }
  return true
}

function convert(value: unknown, depth: number, budget: Budget): Json {
  if (--budget.nodes < 0 || depth > RESULT_LIMITS.depth) throw new Error('the result is too large')
  switch (typeof value) {
    case 'string':
      return boundedText(value)
    case 'boolean':
      return value
    case 'number':
      return finite(value)
    case 'bigint':
      return safe(Number(value))
    case 'object':
      return value === null ? null : convertObject(value, depth, budget)
    default:
      throw new Error(`the result cannot be kept: ${typeof value}`)
  }
}

function boundedText(value: string): string {
  if (value.length > RESULT_LIMITS.text) throw new Error('the resulting text is too long')
  return value
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new Error('the result is not a number (a division by zero?)')
  return value === 0 ? 0 : value
}

function safe(value: number): number {
  if (!Number.isSafeInteger(value)) throw new Error('the result is too large a number to be kept exactly')
  return value
}

function convertObject(value: object, depth: number, budget: Budget): Json {
  if (Array.isArray(value)) return convertList(value, depth, budget)
  if (value instanceof Date) return value.toISOString()
  if (isOptional(value)) return convert(value.hasValue() ? value.value() : null, depth, budget)
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype === Object.prototype || prototype === null) return convertMap(value, depth, budget)
  throw new Error(`the result cannot be kept: ${value.constructor.name}`)
}

function convertList(value: unknown[], depth: number, budget: Budget): Json[] {
  if (value.length > RESULT_LIMITS.items) throw new Error('the resulting list is too long')
  return value.map((item) => convert(item, depth + 1, budget))
}

function convertMap(value: object, depth: number, budget: Budget): JsonObject {
  const result: JsonObject = {}
  for (const [key, item] of Object.entries(value)) {
    if (isForbiddenKey(key)) throw new Error(`the key ${key} is reserved`)
    result[key] = convert(item, depth + 1, budget)
  }
  return result
}

function isOptional(value: object): value is { hasValue: () => boolean; value: () => unknown } {
  return 'hasValue' in value && typeof value.hasValue === 'function'
}
