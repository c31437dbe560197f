/** Plain JSON: worlds, event data and snapshots. */
export type Json = null | boolean | number | string | Json[] | JsonObject
export type JsonObject = { [key: string]: Json }
export type Scalar = null | boolean | number | string

/** Keys that reach into the prototype of an object; refused wherever an author or a prospect can name a key. */
export function isForbiddenKey(key: string): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'prototype'
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether every store and reader can hold the text: no NUL, no lone surrogate. */
export function isStorableText(text: string): boolean {
  return !SUSPECT.test(text) || !/\0|\p{Surrogate}/u.test(text)
}

/** Tested by code units first, which is much faster; surrogate pairs are valid. */
const SUSPECT = /[\0\ud800-\udfff]/

/** The path of a text or key in plain JSON that cannot be stored; null when all can. Bytes are no text. */
export function unstorablePath(value: unknown): string[] | null {
  if (typeof value === 'string') return isStorableText(value) ? null : []
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return null
  for (const [key, item] of Object.entries(value)) {
    if (!isStorableText(key)) return []
    const inside = unstorablePath(item)
    if (inside) return [key, ...inside]
  }
  return null
}

/** The own value of `key`, never one inherited from the prototype. */
export function own<T>(record: Record<string, T> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined
}

/** JSON with sorted keys: equal values give equal bytes, in whatever order they were built. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
}
