/** Plain JSON: what a world holds, what an event carries, what a snapshot is made of. */
export type Json = null | boolean | number | string | Json[] | JsonObject
export type JsonObject = { [key: string]: Json }
export type Scalar = null | boolean | number | string

/** Names that reach into the prototype of an object; refused wherever an author or a prospect can name a key. */
export function isForbiddenKey(key: string): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'prototype'
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether every store and every reader can hold the text: no NUL, no half of a surrogate pair. */
export function isStorableText(text: string): boolean {
  return !SUSPECT.test(text) || !/\0|\p{Surrogate}/u.test(text)
}

/** By code units, which is much quicker: nearly no text holds any of these, and whole pairs are well. */
const SUSPECT = /[\0\ud800-\udfff]/

/** Where in plain JSON a text or a key stands that no store can hold; null when all can be kept. */
export function unstorablePath(value: unknown): string[] | null {
  if (typeof value === 'string') return isStorableText(value) ? null : []
  if (typeof value !== 'object' || value === null) return null
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

/** JSON with sorted keys: equal values give equal bytes, whatever the order in which they were built. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
}
